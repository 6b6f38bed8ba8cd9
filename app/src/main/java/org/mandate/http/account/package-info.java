/** Signing up, in and out, one's own profile, and the keys that tokens are verified with. */
@NullMarked
package org.mandate.http.account;

import org.jspecify.annotations.NullMarked;
