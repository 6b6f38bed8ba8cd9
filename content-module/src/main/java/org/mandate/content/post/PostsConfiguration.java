package org.mandate.content.post;

import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.mandate.identity.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read model is written in the transaction of the command, and a fault in it refuses the command. */
@Configuration(proxyBeanMethods = false)
class PostsConfiguration {

    @Bean
    PostPages postPages(JdbcClient jdbc) {
        return new PostPages(jdbc);
    }

    @Bean
    PostRows postRows(JdbcClient jdbc) {
        return new PostRows(jdbc, PostRows.TABLE);
    }

    @Bean
    ReadModel postsModel(JdbcClient jdbc, PostPages pages) {
        return new ReadModel(
                "posts",
                PostRows.TABLE,
                PostRows.BESIDE,
                List.of("id", "author_id", "title", "content", "published", "created_at", "updated_at", "version"),
                new PostsProjection(new PostRows(jdbc, PostRows.BESIDE), pages));
    }

    @Bean
    ConfigurerModule postsProcessor() {
        return configurer -> configurer
                .eventProcessing()
                .registerSubscribingEventProcessor(PostsProjection.GROUP)
                .registerListenerInvocationErrorHandler(
                        PostsProjection.GROUP, configuration -> PropagatingErrorHandler.instance());
    }
}
