package org.mandate.store;

import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.ConstraintEvent;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.PermissionEvent;
import org.mandate.authorization.event.PolicyEvent;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.content.event.PostEvent;
import org.mandate.identity.event.UserEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The streams of the history. */
@Configuration(proxyBeanMethods = false)
class EventFamilies {

    @Bean
    EventFamily userEvents() {
        return new EventFamily(UserEvent.class);
    }

    @Bean
    EventFamily postEvents() {
        return new EventFamily(PostEvent.class);
    }

    @Bean
    EventFamily permissionEvents() {
        return new EventFamily(PermissionEvent.class);
    }

    @Bean
    EventFamily roleEvents() {
        return new EventFamily(RoleEvent.class);
    }

    @Bean
    EventFamily assignmentEvents() {
        return new EventFamily(AssignmentEvent.class);
    }

    @Bean
    EventFamily policyEvents() {
        return new EventFamily(PolicyEvent.class);
    }

    @Bean
    EventFamily constraintEvents() {
        return new EventFamily(ConstraintEvent.class);
    }

    @Bean
    EventFamily entityEvents() {
        return new EventFamily(EntityEvent.class);
    }
}
