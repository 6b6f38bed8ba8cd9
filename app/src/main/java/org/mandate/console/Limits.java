package org.mandate.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.Terms;

/** The terms of an assignment in words. */
public final class Limits {

    private Limits() {}

    /**
     * One limit.
     * @param at the instant that it speaks of, where it speaks of one
     */
    public record Limit(String words, @Nullable Instant at) {}

    /** What limits it; empty for an assignment that holds always, everywhere and for everything. */
    public static List<Limit> of(Terms terms) {
        List<Limit> limits = new ArrayList<>();
        terms.validFrom().ifPresent(at -> limits.add(new Limit("from", at)));
        terms.validUntil().ifPresent(at -> limits.add(new Limit("until", at)));
        terms.resource()
                .ifPresent(target -> limits.add(new Limit("only for " + target.type() + " " + target.id(), null)));
        if (!terms.networks().isEmpty()) {
            limits.add(new Limit("from " + String.join(", ", terms.networks()), null));
        }
        return limits;
    }
}
