package org.mandate.replay;

import java.util.Map;
import org.mandate.replay.ProjectionView.Finding;

/** What the last comparison of each view with the history found on this node. */
public interface SelfChecks {

    /** By name of the view; nothing of a view that was not compared since the start. */
    Map<String, Finding> latest();
}
