/** The stored events of content: its published language. */
@NamedInterface("event")
@NullMarked
package org.mandate.content.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
