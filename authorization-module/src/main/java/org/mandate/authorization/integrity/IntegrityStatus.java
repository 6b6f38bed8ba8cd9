package org.mandate.authorization.integrity;

import java.util.List;

/** How the journal's tree stands on this node; for health. */
public interface IntegrityStatus {

    /** How many records the tree covers, as far as this node knows. */
    long size();

    /** What was found altered, or cannot be kept safe; empty when all is well. */
    List<String> faults();
}
