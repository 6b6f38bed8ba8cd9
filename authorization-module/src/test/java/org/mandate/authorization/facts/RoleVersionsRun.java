package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;

/**
 * The heap of what roles were: a role of 200 permissions from which 50 inherit, 20 of their own each, changed 2,000 times. No
 * part of a build: {@code -Dtest=RoleVersionsRun}.
 */
class RoleVersionsRun {

    private static final int HEIRS = 50;
    private static final int CHANGES = 2_000;

    @Test
    void keepsWhatRolesWere() {
        Chronicle chronicle = new Chronicle();
        List<String> all = names("base", 201);
        chronicle.permissions(all.toArray(String[]::new)).role("base", all.subList(0, 200));
        for (int heir = 0; heir < HEIRS; heir++) {
            List<String> own = names("heir" + heir, 20);
            chronicle.permissions(own.toArray(String[]::new)).role("heir" + heir, own, "base");
        }
        long before = heap();
        for (int i = 0; i < CHANGES; i++) {
            chronicle.then(
                    i % 2 == 0
                            ? new RolePermissionGranted("base", all.get(200))
                            : new RolePermissionRevoked("base", all.get(200)));
        }
        long events = CHANGES * 56L;
        double each = (heap() - before - events) / (double) (CHANGES * (HEIRS + 1));
        System.out.printf(Locale.ROOT, "%.1f bytes for each closed interval of a role%n", each);
        if (chronicle.at(1).position() != 1) {
            throw new IllegalStateException("the facts are gone");
        }
    }

    private static List<String> names(String type, int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> type + ":act" + i).toList());
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
