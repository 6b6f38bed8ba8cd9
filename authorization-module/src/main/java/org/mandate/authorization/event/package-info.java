/** The stored events of authorization: its published language. */
@NamedInterface("event")
@NullMarked
package org.mandate.authorization.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
