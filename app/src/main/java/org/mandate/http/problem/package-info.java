/** Errors as callers see them: RFC 9457 problems, one kind for each thing that can be wrong, and nothing internal. */
@NamedInterface("problem")
@NullMarked
package org.mandate.http.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
