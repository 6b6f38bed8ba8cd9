package org.mandate.load;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Does nothing for an authenticated caller: what any request costs here. Not a stereotype, so that no scan finds it. */
class EmptyEndpoint {

    static final String PATH = "/empty";

    @Bean
    RouterFunction<ServerResponse> empty() {
        return RouterFunctions.route()
                .POST(PATH, request -> {
                    request.body(Map.class);
                    return ServerResponse.ok().body(Map.of());
                })
                .build();
    }
}
