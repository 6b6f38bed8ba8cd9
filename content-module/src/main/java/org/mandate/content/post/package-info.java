/** Posts: writing, publishing, and the read model that lists them. */
@NamedInterface("post")
@NullMarked
package org.mandate.content.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
