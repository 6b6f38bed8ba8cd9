/** Administration over HTTP: users, roles, permissions, assignments, the catalogue and the state of the views. */
@NullMarked
package org.mandate.http.admin;

import org.jspecify.annotations.NullMarked;
