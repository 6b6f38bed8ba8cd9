package org.mandate.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set under {@code mandate}.
 * @param baseUrl where clients reach this installation; the issuer of its tokens
 * @param trustedProxies addresses or CIDR blocks whose forwarded headers count
 * @param adminPassword the first administrator's; blank means that one is generated and shown once
 * @param installationKey 32 bytes in base64; blank means that the key stands in the file
 * @param allowVolatile an in-memory database, which forgets everything, may be used
 */
@ConfigurationProperties("mandate")
public record MandateSettings(
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue Token token,
        @DefaultValue Registration registration,
        @DefaultValue Embedded embedded,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("") String adminPassword,
        @DefaultValue("") String installationKey,
        @DefaultValue("./data/installation.key") Path installationKeyFile,
        @DefaultValue("false") boolean allowVolatile) {

    /**
     * How long tokens live.
     * @param patience how long a request waits to learn whether its token is still good
     */
    public record Token(
            @DefaultValue("10m") Duration accessLifetime,
            @DefaultValue("30d") Duration refreshLifetime,
            @DefaultValue("300ms") Duration patience) {}

    /** Whether anyone may sign up. */
    public record Registration(@DefaultValue("true") boolean enabled) {}

    /**
     * The embedded database.
     * @param sync it waits for the disk with each commit, so that what was acknowledged outlives a loss of power too
     */
    public record Embedded(@DefaultValue("false") boolean sync) {}

    /** The first administrator's password, where the operator chose one. */
    public Optional<String> chosenAdminPassword() {
        return adminPassword.isBlank() ? Optional.empty() : Optional.of(adminPassword);
    }

    @Override
    public String toString() {
        return "MandateSettings[" + baseUrl + "]";
    }
}
