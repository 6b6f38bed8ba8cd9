/** How request bodies are read: strictly, so that what a caller sends and what the server understood are the same. */
@NamedInterface("json")
@NullMarked
package org.mandate.http.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
