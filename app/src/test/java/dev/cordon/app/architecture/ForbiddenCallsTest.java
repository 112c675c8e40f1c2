package dev.cordon.app.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForbiddenCallsTest {
    private static final JavaClasses CLASSES = House.classes();

    @Test
    void time_comes_from_the_clock_that_was_handed_in() {
        for (Class<?> type : List.of(Instant.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses()
                    .should()
                    .callMethodWhere(call(type, "now"))
                    .because(byHand("an InstantSource"))
                    .check(CLASSES);
        }
        // The simulated tenant is a server of its own: its door, like app, brings the wall clock in.
        noClasses()
                .that(areNotIn("app", "simulator"))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(call(Clock.class, "systemUTC"))
                .orShould()
                .callMethodWhere(call(Clock.class, "systemDefaultZone"))
                .orShould()
                .callMethodWhere(call(InstantSource.class, "system"))
                .because(byHand("an InstantSource"))
                .check(CLASSES);
    }

    @Test
    void chance_comes_from_the_source_that_was_handed_in() {
        noClasses()
                .that(areNotIn("app"))
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because(byHand("a source of chance or ids"))
                .check(CLASSES);
        // What the simulated tenant issues as a secret or a request id must not be guessable from its seed.
        noClasses()
                .that(areNotIn("app", "store", "microsoft365", "simulator"))
                .should()
                .callMethod(UUID.class, "randomUUID")
                .because(byHand("a source of ids"))
                .check(CLASSES);
    }

    @Test
    void only_the_door_knows_the_standard_streams_and_ends_the_process() {
        noClasses()
                .that(areNotIn("app"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("what is shown passes Screen, or it is a document")
                .check(CLASSES);
        noClasses()
                .should()
                .callMethodWhere(call(Throwable.class, "printStackTrace"))
                .because("a person reads paragraphs")
                .check(CLASSES);
    }

    @Test
    void text_has_a_named_encoding() {
        noClasses()
                .should()
                .callMethod(Charset.class, "defaultCharset")
                .orShould()
                .callConstructor(InputStreamReader.class, java.io.InputStream.class)
                .orShould()
                .callConstructor(OutputStreamWriter.class, java.io.OutputStream.class)
                .orShould()
                .callConstructor(PrintStream.class, java.io.OutputStream.class)
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callMethod(String.class, "getBytes")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.FileReader.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.FileWriter.class)
                .because("the platform's habit differs from machine to machine")
                .check(CLASSES);
    }

    @Test
    void nobody_sleeps() {
        noClasses()
                .that(areNotIn("simulator", "microsoft365"))
                .should()
                .callMethodWhere(call(Thread.class, "sleep"))
                .because("waits are timers of the engine; only the wire waits: Retry-After, and the simulated latency")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> call(Class<?> type, String method) {
        return target(owner(DescribedPredicate.describe(
                        type.getSimpleName(), (JavaClass owner) -> owner.isAssignableTo(type))))
                .and(target(name(method)));
    }

    private static DescribedPredicate<JavaClass> areNotIn(String... rooms) {
        return DescribedPredicate.describe(
                "are not in " + String.join(", ", rooms),
                type -> !List.of(rooms).contains(House.roomOf(type)));
    }

    private static String byHand(String what) {
        return "a test must be able to set it: take " + what + " in the constructor";
    }
}
