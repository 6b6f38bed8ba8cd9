/** Policies: rules that allow or deny beside the roles. */
@NamedInterface("policy")
@NullMarked
package org.mandate.authorization.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
