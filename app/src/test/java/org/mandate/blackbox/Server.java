package org.mandate.blackbox;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.mandate.Databases;
import org.mandate.Databases.Database;

/** A running server on each kind of database, started on first use and shared: tests bring people and posts of their own. */
enum Server {
    H2(Databases::h2),
    POSTGRES(Databases::postgres);

    static final String PASSWORD = Installation.PASSWORD;

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Map<Server, URI> RUNNING = new ConcurrentHashMap<>();
    private static final Map<Server, Person> ADMINS = new ConcurrentHashMap<>();

    private final Supplier<Database> database;

    Server(Supplier<Database> database) {
        this.database = database;
    }

    /** Calls without a token. */
    Api api() {
        return new Api(RUNNING.computeIfAbsent(this, Server::start), Optional.empty());
    }

    /** The first administrator. */
    Person admin() {
        return ADMINS.computeIfAbsent(this, server -> Person.signIn(server.api(), "admin", PASSWORD));
    }

    /** Somebody new, with the role {@code user} and these. */
    Person join(String... roles) {
        var name = name("person");
        var id = api().post("/auth/register", """
                {"username":"%s","email":"%s@example.org","password":"%s","fullName":"Some Body"}
                """.formatted(name, name, PASSWORD))
                .expect(201)
                .text("id");
        for (var role : roles) {
            admin().api().post("/admin/users/" + id + "/roles/" + role, "{}").expect(200, 201);
        }
        return Person.signIn(api(), name, PASSWORD);
    }

    /** A name that nothing else has. */
    static String name(String prefix) {
        return prefix + "-" + PEOPLE.incrementAndGet();
    }

    private URI start() {
        return Installation.start(database.get()).at();
    }
}
