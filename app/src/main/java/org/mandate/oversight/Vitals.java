package org.mandate.oversight;

import java.util.List;
import java.util.Optional;
import org.mandate.replay.ProjectionView;

/**
 * How this node and its journal stand.
 * @param mode the durability that the journal promises before an answer leaves
 * @param sequence the newest record that this node has written since it started
 * @param fault why records cannot be written, where they cannot
 */
public record Vitals(List<ProjectionView> projections, String mode, long sequence, int queue, Optional<String> fault) {}
