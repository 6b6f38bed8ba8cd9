package org.mandate.authorization.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mandate.authorization.decision.Explanation.Node;
import org.mandate.authorization.decision.Explanation.Outcome;
import org.mandate.authorization.facts.Facts;

/** Everything that a judgement looked at, as a tree. */
final class Tree implements Trail {

    private static final int MOST_REMEDIES = 20;

    private final Facts facts;
    private final Proposals proposals;
    private final Deque<Branch> open = new ArrayDeque<>();

    /**
     * @param all whether all of its parts are needed; one is enough where not
     * @param ways of each part that is lacking what would make it met, each sufficient by itself
     */
    private record Branch(
            String text, boolean all, List<Node> children, List<Evidence> against, List<List<String>> ways) {

        Branch(String text, boolean all) {
            this(text, all, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** What would make the whole of it met. */
        List<String> remedies() {
            return all
                    ? together()
                    : ways.stream()
                            .flatMap(List::stream)
                            .distinct()
                            .limit(MOST_REMEDIES)
                            .toList();
        }

        private List<String> together() {
            List<String> whole = List.of();
            for (int part = 0; part < ways.size(); part++) {
                List<String> before = whole;
                List<String> next = ways.get(part);
                whole = part == 0
                        ? next
                        : before.stream()
                                .flatMap(one -> next.stream().map(other -> one + "; and " + other))
                                .limit(MOST_REMEDIES)
                                .toList();
            }
            return whole.stream().distinct().limit(MOST_REMEDIES).toList();
        }
    }

    Tree(Facts facts) {
        this.facts = facts;
        this.proposals = new Proposals(facts);
        open.push(new Branch("the request", true));
    }

    @Override
    public void note(Evidence evidence) {
        if (evidence instanceof Evidence.PolicyForOthers policy && policy.bars()) {
            proposals.bar(policy.policy());
        }
        Branch branch = open.element();
        branch.children()
                .add(new Node(evidence.outcome(), evidence.reason(facts).detail(), List.of()));
        if (!evidence.speaksFor()) {
            branch.against().add(evidence);
        }
        if (evidence.standsInTheWay()) {
            branch.ways().add(evidence.remedies(proposals));
        }
    }

    @Override
    public boolean wantsAll() {
        return true;
    }

    @Override
    public long enter(Requirement part) {
        open.push(new Branch(text(part), part instanceof Requirement.AllOf || part instanceof Requirement.MayGrant));
        return 0;
    }

    @Override
    public void leave(long entered, boolean met) {
        Branch done = open.pop();
        Branch parent = open.element();
        parent.children().add(new Node(outcome(met, done.children()), done.text(), done.children()));
        if (!met) {
            parent.against().addAll(done.against());
            parent.ways().add(done.remedies());
        }
    }

    Explanation explanation(boolean allowed) {
        Branch root = open.element();
        Node tree = new Node(outcome(allowed, root.children()), allowed ? "allowed" : "denied", root.children());
        return new Explanation(sentence(allowed, root), tree, allowed ? List.of() : root.remedies());
    }

    /** What could not be judged is said so, as long as nothing else met the part. */
    private static Outcome outcome(boolean met, List<Node> children) {
        if (met) {
            return Outcome.MET;
        }
        for (Outcome open : List.of(Outcome.ERROR, Outcome.UNKNOWN)) {
            if (children.stream().anyMatch(child -> child.outcome() == open)) {
                return open;
            }
        }
        return Outcome.NOT_MET;
    }

    private String sentence(boolean allowed, Branch root) {
        Set<String> details = new LinkedHashSet<>();
        if (allowed) {
            leaves(root.children(), details);
        } else {
            root.against()
                    .forEach(evidence -> details.add(evidence.reason(facts).detail()));
        }
        String because = String.join("; ", details);
        return (allowed ? "Allowed" : "Denied") + (because.isEmpty() ? "." : ": " + because + ".");
    }

    private static void leaves(List<Node> nodes, Set<String> details) {
        for (Node node : nodes) {
            if (node.outcome() == Outcome.MET) {
                if (node.children().isEmpty()) {
                    details.add(node.text());
                } else {
                    leaves(node.children(), details);
                }
            }
        }
    }

    private static String text(Requirement part) {
        if (part instanceof Requirement.AllOf) {
            return "all of these";
        }
        if (part instanceof Requirement.AnyOf) {
            return "any of these";
        }
        if (part instanceof Requirement.May may) {
            return "the access model allows `" + may.action() + "`: by ownership, a permission or a policy";
        }
        if (part instanceof Requirement.Scope scope) {
            return "the token, where there is one, carries the scope `" + scope.name() + "`";
        }
        if (part instanceof Requirement.AnyRole roles) {
            return "holds " + Words.anyOf(roles.roles());
        }
        if (part instanceof Requirement.AnyPermission permissions) {
            return "is given " + Words.anyOf(permissions.permissions());
        }
        if (part instanceof Requirement.AllPermissions permissions) {
            return "holds all of " + Words.quoted(permissions.permissions());
        }
        if (part instanceof Requirement.MayGrant grant) {
            return "holds all that role `" + grant.role() + "` gives";
        }
        if (part instanceof Requirement.Lasting) {
            return "holds it for as long, and from as far, as it is given";
        }
        if (part instanceof Requirement.MayLift || part instanceof Requirement.MayReduce) {
            return "may oneself, without limits, what policies deny and this would no longer let them";
        }
        if (part instanceof Requirement.MayRelax relax) {
            return "may oneself, without limits, what policy `" + relax.policy() + "` denies, if it does";
        }
        return part instanceof Requirement.Owner ? "owns the resource" : "is signed in and active";
    }
}
