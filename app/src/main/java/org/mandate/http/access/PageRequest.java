package org.mandate.http.access;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.mandate.authorization.search.Paging;
import org.mandate.authorization.search.Place;
import org.mandate.http.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Which page of a search is wanted.
 * @param token where the page before said that this one begins
 * @param limit how many at most; empty where that is left open
 */
record PageRequest(Optional<String> token, OptionalInt limit) {

    static PageRequest of(JsonNode body) {
        Optional<JsonNode> page = AccessBody.object(body, "page");
        page.ifPresent(one -> Question.members(one, "properties", "page.properties"));
        return new PageRequest(
                page.flatMap(one -> member(one, "token"))
                        .map(PageRequest::token)
                        .filter(token -> !token.isEmpty()),
                page.flatMap(one -> member(one, "limit"))
                        .map(limit -> OptionalInt.of(limit(limit)))
                        .orElse(OptionalInt.empty()));
    }

    /**
     * The page in terms of the search. What a token says, and what stands beside it, must agree.
     * @param question what the search asks, in a form that does not vary
     */
    Paging paging(String question) {
        if (token.isEmpty()) {
            return new Paging(Place.BEGINNING, limit.orElse(Paging.LARGEST));
        }
        Paging continued = PageToken.read(token.get(), question);
        if (limit.orElse(continued.limit()) != continued.limit()) {
            throw Problem.invalid("page.limit", "must be left out, or be that of the first page")
                    .found();
        }
        return continued;
    }

    private static Optional<JsonNode> member(JsonNode page, String name) {
        return Optional.of(page.path(name)).filter(member -> !AccessBody.absent(member));
    }

    private static String token(JsonNode token) {
        if (!token.isString()) {
            throw Problem.invalid("page.token", "must be a string").found();
        }
        return token.stringValue();
    }

    private static int limit(JsonNode limit) {
        if (!limit.isIntegralNumber() || limit.bigIntegerValue().signum() < 0) {
            throw Problem.invalid("page.limit", "must be a whole number, 0 or more")
                    .found();
        }
        return limit.bigIntegerValue().min(BigInteger.valueOf(Paging.LARGEST)).intValue();
    }
}
