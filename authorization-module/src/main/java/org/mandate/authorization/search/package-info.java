/** Who may, to what, and what: candidates come from the facts, and each is judged by the one decision function. */
@NamedInterface("search")
@NullMarked
package org.mandate.authorization.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
