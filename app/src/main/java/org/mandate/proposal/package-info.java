/** Changes that are tried before they are made: who is meant by them is found out, then they are run on real decisions. */
@NullMarked
package org.mandate.proposal;

import org.jspecify.annotations.NullMarked;
