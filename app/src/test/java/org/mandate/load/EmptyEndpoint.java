package org.mandate.load;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Does nothing for an authenticated caller: what any request costs here. Not a stereotype, so that no scan finds it. */
class EmptyEndpoint {

    static final String PATH = "/empty";

    /** The same behind the shorter security chain of the decision point. */
    static final String ACCESS_PATH = "/access/v1/empty";

    @Bean
    RouterFunction<ServerResponse> empty() {
        return RouterFunctions.route()
                .POST(PATH, EmptyEndpoint::nothing)
                .POST(ACCESS_PATH, EmptyEndpoint::nothing)
                .build();
    }

    private static ServerResponse nothing(ServerRequest request) throws ServletException, IOException {
        request.body(Map.class);
        return ServerResponse.ok().body(Map.of());
    }
}
