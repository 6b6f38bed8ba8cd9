package org.mandate.http.account;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.enrolment.SignUp;
import org.mandate.http.answer.Answer;
import org.mandate.http.json.Form;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.UserId;
import org.mandate.identity.token.RefreshTokens;
import org.mandate.identity.token.SignIn;
import org.mandate.identity.token.SignInOutcome;
import org.mandate.identity.token.SignOut;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.UserView;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way in and out: registration, the first-party sign-in, refreshing and signing out. */
@RestController
@RequestMapping("/auth")
class AuthController {
    private static final String NOT_ACCEPTED = "the credentials are not accepted";

    private final Gateway gateway;

    AuthController(Gateway gateway) {
        this.gateway = gateway;
    }

    @PostMapping(path = "/register", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProfileBody> register(@RequestBody Registration body, Caller caller) {
        Written<UserId> written =
                gateway.send(new SignUp(body.username(), body.email(), body.password(), body.fullName()), caller);
        UserView view = gateway.readBack(
                        new FindUser(written.result()), ResponseTypes.optionalInstanceOf(UserView.class), caller)
                .orElseThrow(() -> new IllegalStateException("who has just signed up is not in the directory"));
        return Answer.created(written, java.net.URI.create("/users/me")).body(ProfileBody.of(view));
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = SignInForm.class)))
    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<TokenBody> login(Form form, Caller caller) {
        form.only("username", "password", "scope", "grant_type");
        grant(form, "password");
        SignIn signIn = new SignIn(
                form.required("username"),
                form.required("password"),
                scopes(form),
                caller.ip().orElse(""));
        return answer(gateway.send(signIn, caller));
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = RefreshForm.class)))
    @PostMapping(path = "/refresh", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<TokenBody> refresh(Form form, Caller caller) {
        form.only("refresh_token", "grant_type");
        grant(form, "refresh_token");
        return answer(gateway.send(new RefreshTokens(form.required("refresh_token")), caller));
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logout(Caller caller) {
        return Answer.noContent(gateway.send(new SignOut(caller.session().orElseThrow()), caller));
    }

    private static void grant(Form form, String only) {
        if (form.optional("grant_type").filter(asked -> !asked.equals(only)).isPresent()) {
            throw Problem.invalid("grant_type", "must be `" + only + "` here")
                    .withError("unsupported_grant_type")
                    .found();
        }
    }

    private static Set<String> scopes(Form form) {
        Set<String> scopes = new LinkedHashSet<>();
        form.optional("scope")
                .ifPresent(asked -> Arrays.stream(asked.split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .forEach(scopes::add));
        return scopes;
    }

    private static ResponseEntity<TokenBody> answer(Written<SignInOutcome> written) {
        SignInOutcome outcome = written.result();
        if (outcome instanceof SignInOutcome.Tokens tokens) {
            return Answer.ok(written).body(TokenBody.of(tokens));
        }
        if (outcome instanceof SignInOutcome.UnknownScope unknown) {
            throw Problem.invalid("scope", "there is no scope `" + unknown.scope() + "`")
                    .withError("invalid_scope")
                    .found();
        }
        if (outcome instanceof SignInOutcome.Throttled throttled) {
            throw Problem.of(ProblemKind.TOO_MANY_REQUESTS, "too many failed attempts")
                    .retryAfter(throttled.retryAfter())
                    .found();
        }
        throw Problem.of(ProblemKind.BAD_CREDENTIALS, NOT_ACCEPTED)
                .withHeader("WWW-Authenticate", "Bearer")
                .found();
    }
}
