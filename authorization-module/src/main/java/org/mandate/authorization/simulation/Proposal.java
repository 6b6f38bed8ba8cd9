package org.mandate.authorization.simulation;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue;

/**
 * One proposed change: what a catalogue names comes into the system, is added to what stands, or is taken from it.
 * @param subjects who each subject of the catalogue is; empty where it is nobody yet and has no id of its own
 */
public record Proposal(Manner manner, Catalogue catalogue, List<Optional<SubjectId>> subjects) {

    public Proposal {
        subjects = List.copyOf(subjects);
    }
}
