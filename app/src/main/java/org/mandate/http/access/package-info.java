/** The decision point for other applications, as the OpenID AuthZEN Authorization API 1.0 has it. */
@NullMarked
package org.mandate.http.access;

import org.jspecify.annotations.NullMarked;
