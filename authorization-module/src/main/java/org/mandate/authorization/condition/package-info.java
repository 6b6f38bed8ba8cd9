/** Conditions of policies: compiled once, evaluated within limits, pure. */
@NamedInterface("condition")
@NullMarked
package org.mandate.authorization.condition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
