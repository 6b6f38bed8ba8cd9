package org.mandate.content.post;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model is written in the transaction of the command, and a fault in it refuses the command. */
@Configuration(proxyBeanMethods = false)
class PostsConfiguration {

    @Bean
    ConfigurerModule postsProcessor() {
        return configurer -> configurer
                .eventProcessing()
                .registerSubscribingEventProcessor(PostsProjection.GROUP)
                .registerListenerInvocationErrorHandler(
                        PostsProjection.GROUP, configuration -> PropagatingErrorHandler.instance());
    }
}
