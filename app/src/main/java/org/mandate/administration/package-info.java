/** What administrators ask for that spans the modules: accounts with their access, the dashboard, the state of the facts. */
@NullMarked
package org.mandate.administration;

import org.jspecify.annotations.NullMarked;
