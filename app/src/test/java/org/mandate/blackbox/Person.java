package org.mandate.blackbox;

import java.util.Map;

/** Somebody who has signed in. */
record Person(Api api, String id, String username, String access, String refresh) {

    static Person signIn(Api api, String username, String password) {
        var tokens = api.form("/auth/login", Map.of("username", username, "password", password))
                .expect(200);
        return of(api, username, tokens);
    }

    static Person of(Api api, String username, Answer tokens) {
        var access = tokens.text("access_token");
        return new Person(
                api.as(access),
                Tokens.claims(access).path("sub").asString(),
                username,
                access,
                tokens.text("refresh_token"));
    }

    /** The same person with a token of these scopes alone. */
    Api with(String scope) {
        return Person.of(
                        api.anonymous(),
                        username,
                        api.anonymous()
                                .form(
                                        "/auth/login",
                                        Map.of("username", username, "password", Server.PASSWORD, "scope", scope))
                                .expect(200))
                .api();
    }

    /** Write a post and answer its id. */
    String writes(String title, boolean published) {
        return api.post("/posts", """
                {"title":"%s","content":"Some content","published":%s}
                """.formatted(title, published)).expect(201).text("id");
    }
}
