package org.mandate.authorization.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.RoleFacts;

/** Which roles may be proposed to somebody who lacks one: none through which a policy would deny the same request. */
final class Proposals {

    private static final int MOST_ROLES = 5;

    private final Facts facts;
    private final List<PolicyFacts> barring = new ArrayList<>(0);

    Proposals(Facts facts) {
        this.facts = facts;
    }

    /** From here on no role that this policy is for is proposed. */
    void bar(PolicyFacts denying) {
        barring.add(denying);
    }

    boolean helps(RoleFacts role) {
        return barring.stream().noneMatch(policy -> Policies.favours(policy, role));
    }

    boolean helps(String role) {
        return facts.role(role).filter(this::helps).isPresent();
    }

    /** To hold one of the roles; empty where none of them would help. */
    Optional<String> holding(List<String> roles) {
        List<String> helpful = roles.stream().filter(this::helps).toList();
        return helpful.isEmpty() ? Optional.empty() : Optional.of("holding " + Words.anyOf(helpful));
    }

    /** A remedy for each permission that a role gives. */
    List<String> rolesThatGive(List<String> permissions) {
        List<String> remedies = new ArrayList<>();
        for (String permission : permissions) {
            List<String> roles = facts.roles().stream()
                    .filter(role -> role.grants().give(permission) && helps(role))
                    .map(RoleFacts::name)
                    .sorted()
                    .limit(MOST_ROLES + 1L)
                    .toList();
            if (!roles.isEmpty()) {
                boolean more = roles.size() > MOST_ROLES;
                remedies.add("a role that gives `" + permission + "`: "
                        + Words.quoted(more ? roles.subList(0, MOST_ROLES) : roles)
                        + (more ? " and others" : ""));
            }
        }
        return remedies.isEmpty()
                ? List.of("a role that gives " + Words.anyOf(permissions)
                        + (barring.isEmpty()
                                ? "; no role does yet"
                                : " and that no policy denies this; there is none yet"))
                : List.copyOf(remedies);
    }
}
