/** The first page: how things stand. */
@NullMarked
package org.mandate.console.overview;

import org.jspecify.annotations.NullMarked;
