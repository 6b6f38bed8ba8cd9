package org.mandate.http.docs;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Set;

/** Calls that are answered before their work is done, and calls of which only so many run at a time. */
final class LongCalls {

    private static final Set<String> ALWAYS_ACCEPTED = Set.of(
            "POST /simulations", "POST /admin/projections/{name}/rebuild", "POST /admin/projections/{name}/check");
    private static final Set<String> ACCEPTED_WHERE_LONG = Set.of("POST /audit/verify", "GET /history/unused-grants");
    private static final Set<String> FEW_AT_A_TIME = Set.of(
            "POST /simulations",
            "POST /audit/verify",
            "GET /history/unused-grants",
            "GET /audit/decisions/export",
            "GET /audit/decisions/stream");

    private LongCalls() {}

    static boolean fewAtATime(String method, String path) {
        return FEW_AT_A_TIME.contains(method + " " + path);
    }

    static void accepted(String method, String path, ApiResponses responses) {
        String call = method + " " + path;
        ApiResponse done = responses.get("200");
        if (done == null || !(ALWAYS_ACCEPTED.contains(call) || ACCEPTED_WHERE_LONG.contains(call))) {
            return;
        }
        ApiResponse begun = new ApiResponse().description("Begun; it goes on").content(done.getContent());
        begun.addHeaderObject(
                "Location",
                new Header().description("Where it is seen how far it is").schema(new StringSchema()));
        responses.addApiResponse("202", begun);
        if (ALWAYS_ACCEPTED.contains(call)) {
            responses.remove("200");
        }
    }
}
