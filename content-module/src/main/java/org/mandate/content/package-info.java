/** Posts: what the guarded API is about. Knows of its authors nothing but their ids. */
@ApplicationModule(displayName = "Content", allowedDependencies = "identity")
@NullMarked
package org.mandate.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
