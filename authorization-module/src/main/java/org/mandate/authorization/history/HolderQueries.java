package org.mandate.authorization.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Usernames;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.PolicyFacts.Effect;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.authorization.facts.Stretch;
import org.mandate.authorization.history.PastHolders.Holder;
import org.springframework.stereotype.Component;

/** Answers who could, at a moment: the members of roles that give a permission or that a policy favours, each judged. */
@Component
final class HolderQueries {

    private static final int HEAP = 1_000;

    private final Moments moments;
    private final Usernames usernames;

    HolderQueries(Moments moments, Usernames usernames) {
        this.moments = moments;
        this.usernames = usernames;
    }

    @QueryHandler
    PastHolders handle(FindPastHolders query) {
        Vocabulary.requireGrantable("name", query.permission());
        Moment moment = moments.of("at", query.at());
        Optional<Holder.Key> follows = query.after().map(Holder.Key::read);
        List<Holder> found = new ArrayList<>(rest(moment, query, follows));
        Optional<String> after = follows.map(Holder.Key::id);
        boolean more = true;
        while (more && found.size() <= query.limit()) {
            List<String> candidates = candidates(moment.facts(), query, new Stretch(after, HEAP));
            more = candidates.size() == HEAP;
            for (String id : candidates) {
                after = Optional.of(id);
                found.addAll(holders(moment, new SubjectId(query.type(), id), query.permission()));
                if (found.size() > query.limit()) {
                    break;
                }
            }
        }
        boolean cut = found.size() > query.limit();
        List<Holder> page = cut ? found.subList(0, query.limit()) : found;
        return new PastHolders(
                PastPlace.of(moment),
                page,
                cut ? Optional.of(page.get(page.size() - 1).key().text()) : Optional.empty());
    }

    /** What a page left of the one whom it ended with. */
    private List<Holder> rest(Moment moment, FindPastHolders query, Optional<Holder.Key> follows) {
        return follows.filter(key -> key.resource().isPresent())
                .map(key -> holders(moment, new SubjectId(query.type(), key.id()), query.permission()).stream()
                        .filter(holder -> holder.key().follows(key))
                        .toList())
                .orElse(List.of());
    }

    /** Somebody who could do it to anything is named once, and who could to some resources only, once for each. */
    private List<Holder> holders(Moment moment, SubjectId subject, String permission) {
        Standing standing = moment.facts().standing(subject);
        if (standing == Standing.UNKNOWN) {
            return List.of();
        }
        List<Source> because = Effective.sources(moment.facts(), moment.instant(), subject, permission);
        if (because.isEmpty()) {
            return List.of();
        }
        Optional<String> username =
                subject.type().equals(SubjectId.USER) ? usernames.of(subject.id()) : Optional.empty();
        Holder whole = new Holder(subject.id(), username, standing == Standing.ACTIVE, because, Optional.empty());
        return because.stream().allMatch(source -> source.resource().isPresent()) ? whole.each() : List.of(whole);
    }

    private static List<String> candidates(Facts facts, FindPastHolders query, Stretch stretch) {
        Set<String> favoured = new HashSet<>();
        for (PolicyFacts policy : facts.policies()) {
            if (policy.effect() == Effect.ALLOW) {
                if (policy.roles().isEmpty()) {
                    return facts.subjects(query.type(), stretch);
                }
                favoured.addAll(policy.roles());
            }
        }
        Stream<String> roles = facts.roles().stream()
                .filter(role ->
                        gives(role, query.permission()) || role.roles().stream().anyMatch(favoured::contains))
                .map(RoleFacts::name);
        return stretch.of(roles.flatMap(role -> facts.subjectsAssigned(role, query.type(), stretch).stream()));
    }

    private static boolean gives(RoleFacts role, String permission) {
        return role.grants().give(permission) || role.grants().named().contains(permission);
    }
}
