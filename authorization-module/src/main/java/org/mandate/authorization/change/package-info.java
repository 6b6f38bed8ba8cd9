/** What changed in the past: the timeline of a subject or a role, differences, and when an answer turned. */
@NamedInterface("change")
@NullMarked
package org.mandate.authorization.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
