/** How a person enters: signing up, being enrolled by an administrator, and the first administrator. */
@NullMarked
package org.mandate.enrolment;

import org.jspecify.annotations.NullMarked;
