@NullMarked
package org.mandate;

import org.jspecify.annotations.NullMarked;
