/** Users: who there is, what each may do and why, and changing it. */
@NullMarked
package org.mandate.console.users;

import org.jspecify.annotations.NullMarked;
