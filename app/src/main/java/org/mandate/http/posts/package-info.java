/** Posts over HTTP. */
@NullMarked
package org.mandate.http.posts;

import org.jspecify.annotations.NullMarked;
