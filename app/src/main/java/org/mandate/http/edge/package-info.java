/** What every request passes before it reaches a controller: its id, its size, its token, its address. */
@NamedInterface("edge")
@NullMarked
package org.mandate.http.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
