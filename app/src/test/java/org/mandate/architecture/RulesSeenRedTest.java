package org.mandate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule refuses each thing that it forbids: a rule about what nobody uses is green whatever it says. */
class RulesSeenRedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.io.File",
                "java.nio.file.Path",
                "java.nio.file.attribute.FileTime",
                "java.net.URI",
                "java.sql.Connection",
                "javax.sql.DataSource",
                "javax.crypto.Cipher",
                "java.util.Random",
                "java.security.SecureRandom",
                "java.util.concurrent.ThreadLocalRandom",
                "java.time.Clock"
            })
    void theDecisionFunctionReadsNeitherClockNorChance(String forbidden) {
        assertRed(Rules.readNeitherClockNorChance(Violation.PACKAGE), Violation.of(forbidden));
        assertGreen(Rules.readNeitherClockNorChance("org.mandate.elsewhere"), Violation.of(forbidden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.web.client.RestClient",
                "org.springframework.web.bind.annotation.RestController",
                "jakarta.servlet.Filter",
                "jakarta.servlet.http.HttpServletRequest",
                "org.springframework.http.HttpStatus",
                "org.springframework.http.converter.HttpMessageConverter"
            })
    void onlyTheEdgeKnowsHttp(String forbidden) {
        assertRed(Rules.knowNothingOfHttp(Violation.PACKAGE), Violation.of(forbidden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.expression.spel.standard.SpelExpressionParser",
                "org.springframework.expression.Expression",
                "com.thoughtworks.xstream.XStream",
                "java.rmi.Remote",
                "java.rmi.server.UnicastRemoteObject",
                "javax.script.ScriptEngine",
                "lombok.Data",
                "lombok.extern.slf4j.Slf4j",
                "java.io.ObjectInputStream"
            })
    void nothingDangerousIsUsed(String forbidden) {
        assertRed(Rules.useNothingDangerous(), Violation.of(forbidden));
    }

    static List<Class<?>> waysToReadTheClock() {
        return ReadsTheClock.WAYS;
    }

    @ParameterizedTest
    @MethodSource("waysToReadTheClock")
    void theClockIsReadInOnePlace(Class<?> way) {
        var violating = new ClassFileImporter().importClasses(way);
        assertRed(Rules.readTheClockNowhereBut("org.mandate.config"), violating);
        assertGreen(Rules.readTheClockNowhereBut(way.getPackageName()), violating);
    }

    @Test
    void anInjectedClockMayBeRead() {
        assertGreen(
                Rules.readTheClockNowhereBut("org.mandate.config"),
                new ClassFileImporter().importClasses(ReadsTheClock.Injected.class));
    }

    private static void assertRed(ArchRule rule, JavaClasses classes) {
        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }

    private static void assertGreen(ArchRule rule, JavaClasses classes) {
        assertThat(rule.allowEmptyShould(true).evaluate(classes).hasViolation()).isFalse();
    }
}
