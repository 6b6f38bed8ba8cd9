package org.mandate.enforcement;

import static org.mandate.enforcement.EnforcementTable.ADMINISTRATOR;
import static org.mandate.enforcement.RowBuilder.on;

import java.util.List;
import org.mandate.replay.CompareWithHistory;
import org.mandate.replay.FindProjectionNamed;
import org.mandate.replay.FindProjections;
import org.mandate.replay.RebuildFromHistory;

/** The lines of the table for views of the history. */
final class ReplayRows {

    private ReplayRows() {}

    static List<RowBuilder<?>> all() {
        return List.of(
                on(FindProjections.class).does("read", "projections").needs(ADMINISTRATOR),
                on(FindProjectionNamed.class)
                        .does("read", "projections", FindProjectionNamed::name)
                        .needs(ADMINISTRATOR),
                on(RebuildFromHistory.class)
                        .does("rebuild", "projections", RebuildFromHistory::name)
                        .needs(ADMINISTRATOR),
                on(CompareWithHistory.class)
                        .does("check", "projections", CompareWithHistory::name)
                        .needs(ADMINISTRATOR));
    }
}
