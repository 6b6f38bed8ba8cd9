package org.mandate.http.audit;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** A record is written by hand, so what it looks like has to be told to the description of the surface. */
@Configuration(proxyBeanMethods = false)
class RecordsDescribed {

    RecordsDescribed() {
        SpringDocUtils.getConfig().replaceWithClass(RecordBody.class, RecordDescription.class);
    }
}
