package org.mandate;

import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.SecurityAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Mandate: decides, records and explains access. The one place where the modules meet. Left out of the framework's own
 * configuration: what would choose a store or a transaction manager by itself, what calls its vendor, and what trusts a
 * message's metadata for authority.
 */
@SpringBootApplication(
        // Packages are flat and names are short, so two capabilities may use the same one.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = {
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class
        })
public class Application {

    public static void main(String[] args) {
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(Application.class, args);
    }
}
