/** What is known of subjects and resources that live elsewhere. */
@NamedInterface("entity")
@NullMarked
package org.mandate.authorization.entity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
