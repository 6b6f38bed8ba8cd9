/** The catalogue: a whole access model as one document, validated, imported and exported. */
@NamedInterface("catalogue")
@NullMarked
package org.mandate.authorization.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
