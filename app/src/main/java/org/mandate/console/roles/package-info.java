/** Roles: what each gives, to whom, from where it inherits, and changing it. */
@NullMarked
package org.mandate.console.roles;

import org.jspecify.annotations.NullMarked;
