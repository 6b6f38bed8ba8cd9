package org.mandate.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.mandate.console.Shell;
import org.mandate.console.WayBack;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark, or as the system has it. */
@Controller
class ThemeController {

    private static final Set<String> THEMES = Set.of("light", "dark", "auto");

    private final ConsoleCookies cookies;

    ThemeController(ConsoleCookies cookies) {
        this.cookies = cookies;
    }

    @PostMapping("/console/theme")
    String choose(
            @RequestParam(defaultValue = "auto") String theme,
            @RequestParam Optional<String> back,
            HttpServletRequest request,
            HttpServletResponse response) {
        cookies.remember(Shell.THEME_COOKIE, THEMES.contains(theme) ? theme : "auto", request, response);
        return "redirect:"
                + back.filter(path -> path.startsWith("/console/login"))
                        .map(login -> "/console/login")
                        .orElseGet(() -> WayBack.to(back));
    }
}
