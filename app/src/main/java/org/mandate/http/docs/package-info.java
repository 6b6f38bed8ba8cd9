/** The description of the REST surface, and the page to browse it. */
@NullMarked
package org.mandate.http.docs;

import org.jspecify.annotations.NullMarked;
