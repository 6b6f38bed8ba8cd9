/** The decision log, for auditors. */
@NamedInterface("log")
@NullMarked
package org.mandate.http.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
