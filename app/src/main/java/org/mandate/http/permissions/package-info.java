/** What one holds oneself, over HTTP. */
@NullMarked
package org.mandate.http.permissions;

import org.jspecify.annotations.NullMarked;
