/** Permissions, roles, assignments; the facts built from them, the decisions taken on the facts, and their journal. */
@ApplicationModule(
        displayName = "Authorization",
        allowedDependencies = {"identity", "identity :: event", "content :: event"})
@NullMarked
package org.mandate.authorization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
