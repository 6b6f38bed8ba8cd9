package org.mandate.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.content.PostId;
import org.mandate.content.post.CreatePost;
import org.mandate.content.post.FindPost;
import org.mandate.content.post.PostView;
import org.mandate.enforcement.SystemGateway;
import org.mandate.enrolment.EnrolUser;
import org.mandate.enrolment.ImportCatalogue;
import org.mandate.identity.UserId;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.FindUserId;
import org.mandate.identity.user.SetPassword;
import org.mandate.identity.user.UserView;

/**
 * Users, grants and posts to look at, made once by the ordinary commands. They share one password, never a known one. What an
 * interrupted start has left undone the next one does.
 */
final class Demonstration {

    private final SystemGateway gateway;
    private final String chosenPassword;
    private final Passwords passwords;
    private final PrintStream console;
    private final DemonstrationDay day;

    Demonstration(
            SystemGateway gateway,
            String chosenPassword,
            Passwords passwords,
            PrintStream console,
            DemonstrationDay day) {
        this.gateway = gateway;
        this.chosenPassword = chosenPassword;
        this.passwords = passwords;
        this.console = console;
        this.day = day;
    }

    void run() {
        if (user("alice").isPresent()) {
            return;
        }
        boolean chosen = !chosenPassword.isBlank();
        String password = chosen ? chosenPassword : passwords.generate();
        UserId bob = enrol("bob", "Bob Author", password, "engineering", "author");
        UserId carol = enrol("carol", "Carol Editor", password, "press", "user", "editor");
        enrol("dave", "Dave Moderator", password, "support", "moderator");
        enrol("erin", "Erin Auditor", password, "audit", "auditor");
        enrol("frank", "Frank Gateway", password, "operations", "gateway");
        post(bob, "Deny by default", "What no rule allows is denied, and the answer says so.", true);
        post(bob, "Notes on positions", "A draft: whoever has seen N has seen everything up to N.", false);
        post(carol, "Roles inherit", "An editor is a user who may also update and publish.", true);
        gateway.<Object>send(new ImportCatalogue(Seeds.read("/seeds/demonstration.json"), false));
        boolean left = known("trudy").map(trudy -> !trudy.active()).orElse(false);
        day.happens(
                user("admin").orElseThrow(),
                known("frank").orElseThrow(),
                name -> user(name).orElseThrow(),
                left);
        // Last, since her presence says that the demonstration is complete.
        UserId alice = enrol("alice", "Alice Reader", password, "engineering", "user");
        post(alice, "Hello", "My first post.", true);
        console.println("""
                Demonstration: alice, bob, carol, dave, erin and frank share the password %s
                """.formatted(chosen ? "that you chose" : "`" + password + "`, shown this once"));
    }

    private Optional<UserId> user(String username) {
        return gateway.ask(new FindUserId(username), ResponseTypes.optionalInstanceOf(UserId.class));
    }

    private UserId enrol(String username, String fullName, String password, String team, String... roles) {
        Optional<UserId> enrolled = user(username);
        // A start that was interrupted has shown its password to nobody.
        enrolled.ifPresent(user -> gateway.<Object>send(new SetPassword(user, password)));
        return enrolled.orElseGet(() -> gateway.<UserId>send(new EnrolUser(
                        username,
                        username + "@example.org",
                        Optional.of(password),
                        Optional.of(fullName),
                        Map.of("team", team),
                        Optional.of(List.of(roles))))
                .result());
    }

    private Optional<UserView> known(String username) {
        return user(username)
                .flatMap(user -> gateway.ask(new FindUser(user), ResponseTypes.optionalInstanceOf(UserView.class)));
    }

    private void post(UserId author, String title, String content, boolean published) {
        String name = author + " " + title;
        PostId id = new PostId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
        if (gateway.ask(new FindPost(id), ResponseTypes.optionalInstanceOf(PostView.class))
                .isEmpty()) {
            gateway.<Object>send(new CreatePost(id, author, title, content, published));
        }
    }
}
