package org.mandate.http.account;

import java.util.Optional;

/** The body of {@code PUT /users/me}: what is left out stays. */
record ProfileChange(Optional<String> fullName, Optional<String> email) {}
