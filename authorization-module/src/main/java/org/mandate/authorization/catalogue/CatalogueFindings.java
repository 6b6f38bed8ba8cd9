package org.mandate.authorization.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that is wrong with a catalogue, up to a limit. What the form of the document makes wrong is said once: a blank stands in
 * its place, and what the blank would come to is no fault of its own.
 */
public final class CatalogueFindings {

    static final int MOST = 1000;

    private final List<CatalogueFault> faults;
    private final Set<String> malformed = new HashSet<>();

    /** @param form what is wrong with the form of the document already */
    public CatalogueFindings(List<CatalogueFault> form) {
        faults = new ArrayList<>(form);
        form.forEach(fault -> malformed.add(fault.field()));
    }

    /** Whether the form of what stands at this path, and of all that it is a part of, is as it must be. */
    public boolean sound(String path) {
        String part = malformed.isEmpty() ? "" : path;
        while (!part.isEmpty()) {
            if (malformed.contains(part)) {
                return false;
            }
            part = part.substring(0, Math.max(0, Math.max(part.lastIndexOf('.'), part.lastIndexOf('['))));
        }
        return true;
    }

    public void add(String path, String message) {
        if (faults.size() < MOST && sound(path)) {
            faults.add(new CatalogueFault(path, message));
        }
    }

    public List<CatalogueFault> faults() {
        return List.copyOf(faults);
    }

    /** Refuses the catalogue where there is anything wrong with it. */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw new CatalogueRefused(faults);
        }
    }
}
