package org.mandate.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.mandate.console.WayBack;
import org.mandate.http.problem.PageTheme;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark, or as the system has it. */
@Controller
class ThemeController {

    private final ConsoleCookies cookies;
    private final WayBack wayBack;

    ThemeController(ConsoleCookies cookies, WayBack wayBack) {
        this.cookies = cookies;
        this.wayBack = wayBack;
    }

    @PostMapping("/console/theme")
    String choose(
            @RequestParam(defaultValue = PageTheme.AUTO) String theme,
            @RequestParam Optional<String> back,
            HttpServletRequest request,
            HttpServletResponse response) {
        cookies.remember(PageTheme.COOKIE, PageTheme.named(theme), request, response);
        return "redirect:"
                + back.filter(path -> path.startsWith("/console/login"))
                        .map(login -> "/console/login")
                        .orElseGet(() -> wayBack.to(back));
    }
}
