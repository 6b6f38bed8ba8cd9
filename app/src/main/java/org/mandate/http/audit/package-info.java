/** The decision log, for auditors. */
@NullMarked
package org.mandate.http.audit;

import org.jspecify.annotations.NullMarked;
