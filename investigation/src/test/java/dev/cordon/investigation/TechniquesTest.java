package dev.cordon.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TechniquesTest {
    private static final Pattern TECHNIQUE = Pattern.compile("\"(T\\d{4}(?:\\.\\d{3})?)\"");

    @Test
    void every_technique_that_a_judge_names_has_plain_words() throws IOException {
        assertThat(named())
                .hasSizeGreaterThan(20)
                .allMatch(technique -> Techniques.inWords(technique).isPresent());
    }

    private static Set<String> named() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("Techniques.java"))
                    .flatMap(file -> TECHNIQUE.matcher(read(file)).results().map((MatchResult found) -> found.group(1)))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
