package org.mandate.enforcement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Terms;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.enrolment.EnrolUser;
import org.mandate.enrolment.ImportCatalogue;

/** On which terms a message gives something to somebody; empty where it gives nothing. */
final class Given {

    private static final Optional<Terms> UNLIMITED = Optional.of(Terms.UNLIMITED);

    private Given() {}

    /** What is given to holders of a role is theirs on their own terms, which may have no limits. */
    static Optional<Terms> unlimited(Object message) {
        return UNLIMITED;
    }

    static Optional<Terms> roles(EnrolUser message) {
        return message.roles().filter(roles -> !roles.isEmpty()).flatMap(roles -> UNLIMITED);
    }

    static Optional<Terms> allowed(PutPolicy message) {
        return message.effect().equals("allow") ? UNLIMITED : Optional.empty();
    }

    /** Its roles and policies replace those that stand, and with them what these deny. */
    static Optional<Terms> catalogue(ImportCatalogue message) {
        Catalogue catalogue = message.catalogue();
        return catalogue.policies().isEmpty() && catalogue.roles().isEmpty() ? widest(catalogue) : UNLIMITED;
    }

    /** Terms that last as long, and hold from as far, as any of the assignments. */
    private static Optional<Terms> widest(Catalogue catalogue) {
        List<Terms> all = catalogue.subjects().stream()
                .flatMap(subject -> subject.roles().stream())
                .map(Catalogue.Grant::terms)
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean ends = all.stream().allMatch(terms -> terms.validUntil().isPresent());
        boolean within = all.stream().noneMatch(terms -> terms.networks().isEmpty());
        return Optional.of(new Terms(
                Optional.empty(),
                ends
                        ? all.stream()
                                .flatMap(terms -> terms.validUntil().stream())
                                .max(Comparator.naturalOrder())
                        : Optional.empty(),
                within
                        ? all.stream()
                                .flatMap(terms -> terms.networks().stream())
                                .distinct()
                                .toList()
                        : List.of(),
                Optional.empty(),
                Optional.empty()));
    }
}
