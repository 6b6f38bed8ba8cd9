package org.mandate.authorization.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.CachedEnforcer;
import org.casbin.jcasbin.model.Model;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * The same question, a permission inherited over up to three steps, asked of others: at a size that they can be loaded with in
 * reasonable time. jCasbin's enforcer remembers answers by question; Spring Security expands a user's authorities each time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeersBenchmark {

    private static final int USERS = 1_000;
    private static final String MODEL = """
            [request_definition]
            r = sub, obj, act
            [policy_definition]
            p = sub, obj, act
            [role_definition]
            g = _, _
            [policy_effect]
            e = some(where (p.eft == allow))
            [matchers]
            m = r.obj == p.obj && r.act == p.act && g(r.sub, p.sub)
            """;

    private final World world = new World(USERS, 256);
    private Facts facts;
    private AccessRequest[] questions;
    private CachedEnforcer casbin;
    private RoleHierarchy hierarchy;
    private List<Collection<? extends GrantedAuthority>> authorities;
    private int next;

    @Setup
    public void fill() {
        facts = world.facts();
        questions = world.byRole();
        casbin = casbin();
        hierarchy = hierarchy();
        authorities = authorities();
    }

    private CachedEnforcer casbin() {
        Model model = new Model();
        model.loadModelFromText(MODEL);
        CachedEnforcer enforcer = new CachedEnforcer(model);
        enforcer.enableLog(false);
        for (int role = 0; role < world.roles; role++) {
            for (String permission : world.own(role)) {
                String[] parts = permission.split(":", 2);
                enforcer.addPolicy(World.role(role), parts[0], parts[1]);
            }
            for (String parent : world.parents(role)) {
                enforcer.addGroupingPolicy(World.role(role), parent);
            }
        }
        for (int user = 0; user < USERS; user++) {
            for (int role : world.rolesOf(user)) {
                enforcer.addGroupingPolicy(World.user(user), World.role(role));
            }
        }
        return enforcer;
    }

    private RoleHierarchy hierarchy() {
        StringBuilder text = new StringBuilder();
        for (int role = 0; role < world.roles; role++) {
            for (String permission : world.own(role)) {
                text.append(World.role(role)).append(" > ").append(permission).append('\n');
            }
            for (String parent : world.parents(role)) {
                text.append(World.role(role)).append(" > ").append(parent).append('\n');
            }
        }
        return RoleHierarchyImpl.fromHierarchy(text.toString());
    }

    private List<Collection<? extends GrantedAuthority>> authorities() {
        List<Collection<? extends GrantedAuthority>> all = new ArrayList<>();
        for (AccessRequest question : questions) {
            int user = userOf(question);
            all.add(AuthorityUtils.createAuthorityList(
                    world.rolesOf(user).stream().map(World::role).toList()));
        }
        return all;
    }

    private int userOf(AccessRequest question) {
        for (int user = 0; user < USERS; user++) {
            if (World.user(user).equals(question.subject().id())) {
                return user;
            }
        }
        throw new IllegalStateException("nobody asked " + question);
    }

    private int turn() {
        return next++ & questions.length - 1;
    }

    @Benchmark
    public boolean mandate() {
        return Decider.decide(facts, questions[turn()], Chronicle.BEGAN).allowed();
    }

    @Benchmark
    public boolean jcasbinCached() {
        AccessRequest question = questions[turn()];
        return casbin.enforce(
                question.subject().id(),
                question.resource().type(),
                question.action().name());
    }

    @Benchmark
    public boolean springRoleHierarchy() {
        int turn = turn();
        String permission =
                questions[turn].resource().type() + ":" + questions[turn].action().name();
        for (GrantedAuthority reached : hierarchy.getReachableGrantedAuthorities(authorities.get(turn))) {
            if (permission.equals(reached.getAuthority())) {
                return true;
            }
        }
        return false;
    }
}
