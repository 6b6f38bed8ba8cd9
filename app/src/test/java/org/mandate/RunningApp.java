package org.mandate;

import java.util.stream.Stream;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.SecurityAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.mandate.Databases.Database;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** All of the application behind its HTTP edge, on a database of a test. Not a component, so that nothing scans it. */
@EnableAutoConfiguration(
        exclude = {
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class
        })
@ComponentScan(
        basePackages = "org.mandate",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.mandate\\.(http|console)\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"),
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Application.class)
        })
public final class RunningApp {

    /** The first administrator's password, unless a test chooses another. */
    public static final String ADMIN_PASSWORD = "correct-horse-battery";

    private RunningApp() {}

    public static ConfigurableApplicationContext on(Database database, String... arguments) {
        return started(new SpringApplicationBuilder(RunningApp.class), database, arguments);
    }

    /** As one of several that start at once. Logging belongs to the process, so only one of them could set it up. */
    public static ConfigurableApplicationContext amongOthers(Database database, String... arguments) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(RunningApp.class);
        builder.application()
                .setListeners(builder.application().getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
        return started(builder, database, arguments);
    }

    private static ConfigurableApplicationContext started(
            SpringApplicationBuilder builder, Database database, String... arguments) {
        Stream<String> own = Stream.of(
                        "--mandate.installation-key-file=" + database.keyFile(),
                        "--mandate.admin-password=" + ADMIN_PASSWORD,
                        // The parts that health asks about belong to the edge.
                        "--management.endpoint.health.validate-group-membership=false")
                .filter(each -> !overrides(arguments, each));
        return builder.web(WebApplicationType.NONE)
                .run(Stream.of(Stream.of(database.arguments()), own, Stream.of(arguments))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    /** An option that is given twice would become a list. */
    private static boolean overrides(String[] arguments, String option) {
        String name = option.substring(0, option.indexOf('=') + 1);
        return Stream.of(arguments).anyMatch(argument -> argument.startsWith(name));
    }
}
