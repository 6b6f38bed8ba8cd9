/** The REST surface: one controller per capability, problem details, and the edge of every request. */
@NullMarked
package org.mandate.http;

import org.jspecify.annotations.NullMarked;
