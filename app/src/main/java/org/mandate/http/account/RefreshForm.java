package org.mandate.http.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The fields of {@code POST /auth/refresh}, for the description alone. */
record RefreshForm(
        @Schema(name = "refresh_token", requiredMode = Schema.RequiredMode.REQUIRED)
        String refreshToken,

        @Schema(name = "grant_type", description = "`refresh_token`, if it is sent")
        String grantType) {}
