package org.mandate;

import java.util.List;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.SecurityAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.mandate.authorization.integrity.OfflineVerifier;
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
        if (args.length > 0 && args[0].equals(OfflineVerifier.NAME)) {
            // An auditor's machine has neither database nor settings, and nothing of them is needed.
            List<String> options = List.of(args).subList(1, args.length);
            System.exit(new OfflineVerifier(System.out, System.err).run(options));
        }
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(Application.class, args);
    }
}
