package dev.cordon.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text is made of an exception itself: what Java says of one begins with its class, which tells the operator nothing. */
class ExceptionTextsTest {
    private static final Pattern CAUGHT =
            Pattern.compile("(?:catch \\([\\w.| ]+|\\b(?:Throwable|\\w*Exception)) (\\w+)[),]");
    private static final Pattern NAME_OF_A_CLASS = Pattern.compile("getSimpleName\\(\\)|\\+\\s*\\w+\\.getClass\\(\\)");

    @Test
    void no_room_puts_an_exception_or_its_class_into_a_text() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> rooms = Files.list(Path.of(".."))) {
            for (Path room : rooms.map(each -> each.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                look(room, found);
            }
        }
        assertThat(found).isEmpty();
    }

    private static void look(Path room, List<String> found) throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                NAME_OF_A_CLASS.matcher(source).results().forEach(named -> found.add(file + ": " + named.group()));
                CAUGHT.matcher(source)
                        .results()
                        .map(caught -> caught.group(1))
                        .distinct()
                        .flatMap(name -> said(name, source))
                        .forEach(said -> found.add(file + ": " + said.group()));
            }
        }
    }

    private static Stream<MatchResult> said(String name, String source) {
        return Pattern.compile("\\+\\s*" + name + "\\b(?!\\s*[.(])|String\\.valueOf\\(" + name + "\\)|\\b" + name
                        + "\\.toString\\(\\)(?!\\))")
                .matcher(source)
                .results();
    }
}
