package org.mandate.administration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells settings by a list of names: what is not on it, like whatever else the environment holds, is never told. */
@Component
class SettingsInForce {

    private static final Map<String, String> TOLD = new LinkedHashMap<>();

    static {
        TOLD.put("mandate.base-url", "");
        TOLD.put("mandate.registration.enabled", "true");
        TOLD.put("mandate.token.access-lifetime", "10m");
        TOLD.put("mandate.token.refresh-lifetime", "30d");
        TOLD.put("mandate.journal.mode", "strict");
        TOLD.put("mandate.journal.patience", "300ms");
        TOLD.put("mandate.journal.retention", "none: all is kept");
        TOLD.put("mandate.journal.heads-file", "");
        TOLD.put("mandate.embedded.sync", "false");
        TOLD.put("mandate.self-check.cron", "");
    }

    private final Environment environment;

    SettingsInForce(Environment environment) {
        this.environment = environment;
    }

    @QueryHandler
    List<SettingView> handle(FindSettings query) {
        List<SettingView> settings = new ArrayList<>();
        TOLD.forEach((name, otherwise) ->
                settings.add(new SettingView(name, said(name).orElse(otherwise))));
        settings.add(new SettingView("mandate.trusted-proxies", proxies()));
        settings.add(new SettingView(
                "mandate.installation-key",
                said("mandate.installation-key").isPresent()
                        ? "set"
                        : "in the file " + said("mandate.installation-key-file").orElse("")));
        settings.add(new SettingView(
                "mandate.admin-password", said("mandate.admin-password").isPresent() ? "set" : "generated"));
        settings.add(new SettingView("spring.datasource.url", database()));
        return settings;
    }

    private Optional<String> said(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }

    private String proxies() {
        List<String> proxies = Binder.get(environment)
                .bind("mandate.trusted-proxies", Bindable.listOf(String.class))
                .orElse(List.of());
        return proxies.isEmpty() ? "none" : String.join(", ", proxies);
    }

    /** Behind the name of the database there may be a password. */
    private String database() {
        String url = said("spring.datasource.url").orElse("");
        return url.split("[?;]", 2)[0].replaceFirst("//[^/@]*@", "//");
    }
}
