/** Who exists: users, their credentials and their tokens. Depends on no other module. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {})
@NullMarked
package org.mandate.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
