/** The stored events of identity: its published language. */
@NamedInterface("event")
@NullMarked
package org.mandate.identity.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
