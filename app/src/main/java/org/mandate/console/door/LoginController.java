package org.mandate.console.door;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.console.Visitor;
import org.mandate.console.WayBack;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.UserId;
import org.mandate.identity.token.SignIn;
import org.mandate.identity.token.SignInOutcome;
import org.mandate.identity.token.SignInOutcome.Tokens;
import org.mandate.identity.token.SignOut;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.UserView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out, by the same commands as over REST. */
@Controller
class LoginController {

    private static final String PAGE = "console/login";

    private final Gateway gateway;
    private final ConsoleCookies cookies;
    private final FormTokens tokens;
    private final WayBack wayBack;
    private final Clock clock;

    LoginController(Gateway gateway, ConsoleCookies cookies, FormTokens tokens, WayBack wayBack, Clock clock) {
        this.gateway = gateway;
        this.cookies = cookies;
        this.tokens = tokens;
        this.wayBack = wayBack;
        this.clock = clock;
    }

    @GetMapping("/console/login")
    String page(@RequestParam Optional<String> back, HttpServletRequest request, Model model) {
        if (Visitor.of(request).isPresent()) {
            return "redirect:" + wayBack.to(back);
        }
        return form(back, "", "", model);
    }

    @PostMapping("/console/login")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam Optional<String> back,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SignIn command = new SignIn(username, password, Set.of(), caller.ip().orElse(""));
        SignInOutcome outcome = gateway.<SignInOutcome>send(command, caller).result();
        if (outcome instanceof Tokens given) {
            cookies.admit(visitor(given, caller), request, response);
            tokens.renew(request, response);
            return "redirect:" + wayBack.to(back);
        }
        if (outcome instanceof SignInOutcome.Throttled throttled) {
            response.setStatus(429);
            response.setHeader("Retry-After", Long.toString(throttled.retryAfter()));
            return form(
                    back, username, "Too many failed attempts. Try again in " + throttled.retryAfter() + " s.", model);
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return form(back, username, "Username and password are not accepted.", model);
    }

    @PostMapping("/console/logout")
    String signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        gateway.send(new SignOut(caller.session().orElseThrow()), caller);
        cookies.dismiss(request, response);
        tokens.renew(request, response);
        return "redirect:/console/login?left";
    }

    private String form(Optional<String> back, String username, String fault, Model model) {
        model.addAttribute("back", wayBack.to(back));
        model.addAttribute("username", username);
        model.addAttribute("fault", fault);
        return PAGE;
    }

    /** The name is a part of what the sign-in answers: to decide on it anew could fail, with a session begun and nobody in it. */
    private Visitor visitor(Tokens given, Caller stranger) {
        JWTClaimsSet claims = claims(given);
        UserId user = new UserId(String.valueOf(claims.getClaim("sub")));
        String username = gateway.readBack(
                        new FindUser(user), ResponseTypes.optionalInstanceOf(UserView.class), stranger)
                .map(UserView::username)
                .orElse(user.value());
        return new Visitor(user, username, String.valueOf(claims.getClaim("sid")), clock.instant());
    }

    /** Of a token that was signed here a moment ago. */
    private static JWTClaimsSet claims(Tokens tokens) {
        try {
            return SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("a token of our own cannot be read", e);
        }
    }
}
