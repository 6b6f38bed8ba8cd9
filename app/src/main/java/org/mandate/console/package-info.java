/** The console: the pages that administrators and auditors work in. What all pages share stands here, each page beneath. */
@NullMarked
package org.mandate.console;

import org.jspecify.annotations.NullMarked;
