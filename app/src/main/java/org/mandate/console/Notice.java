package org.mandate.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has just been done, said once on the page that follows. The text is ours whatever the link says. */
final class Notice {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("granted", "The role is granted."),
            Map.entry("granted-over", "The role is granted, but its time is over already: it counts for nothing."),
            Map.entry("granted-ahead", "The role is granted; it counts for nothing until its time begins."),
            Map.entry("stands", "The role was granted already; nothing changed."),
            Map.entry("revoked", "The role is revoked."),
            Map.entry("user-made", "The user is created."),
            Map.entry("user-changed", "The user is changed."),
            Map.entry("user-deactivated", "The user is deactivated and signed out everywhere."),
            Map.entry("user-reactivated", "The user is active again."),
            Map.entry("user-erased", "The person is forgotten; the history is kept."),
            Map.entry("role-made", "The role is created."),
            Map.entry("role-changed", "The role is changed."),
            Map.entry("role-retired", "The role is deleted."),
            Map.entry("policy-saved", "The policy is saved and in force."),
            Map.entry("policy-retired", "The policy is deleted."),
            Map.entry("password-changed", "The password is changed; other sessions are signed out."),
            Map.entry("session-ended", "The session is ended."),
            Map.entry("rebuild-started", "The rebuild has started."));

    private Notice() {}

    static String of(@Nullable String slug) {
        return slug == null ? "" : TEXTS.getOrDefault(slug, "");
    }
}
