/** What administrators ask for that spans the modules: accounts with their access, and the dashboard. */
@NullMarked
package org.mandate.administration;

import org.jspecify.annotations.NullMarked;
