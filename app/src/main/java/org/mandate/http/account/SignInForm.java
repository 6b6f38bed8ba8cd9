package org.mandate.http.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The fields of {@code POST /auth/login}, for the description alone. */
record SignInForm(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String username,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "password")
        String password,

        @Schema(description = "Scopes, separated by spaces; all six without it")
        String scope,

        @Schema(name = "grant_type", description = "`password`, if it is sent")
        String grantType) {}
