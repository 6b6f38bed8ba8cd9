/** Whether the journal is as it was written, and how somebody else can tell. */
@NullMarked
package org.mandate.console.integrity;

import org.jspecify.annotations.NullMarked;
