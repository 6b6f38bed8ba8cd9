package org.mandate.http.admin;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.FindSettings;
import org.mandate.administration.SettingView;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.ItemPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings in force on the node that answers. */
@RestController
class SettingsController {

    private final Gateway gateway;

    SettingsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/admin/settings")
    ItemPage<SettingView> settings(Caller caller) {
        List<SettingView> settings =
                gateway.ask(new FindSettings(), ResponseTypes.multipleInstancesOf(SettingView.class), caller);
        return new ItemPage<>(settings, Optional.empty());
    }
}
