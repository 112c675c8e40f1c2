package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    private Path folder;

    private Path made(String name, Duration ago) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        FileTime now = Files.getLastModifiedTime(file);
        return Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(ago)));
    }

    private Stream<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        }
    }

    @Test
    void takes_away_what_was_abandoned_and_nothing_that_is_written_or_called_otherwise() throws IOException {
        made(".new-" + UUID.randomUUID(), Duration.ofDays(2));
        Path young = made(".new-" + UUID.randomUUID(), Duration.ofHours(20));
        Path other = made(".new-somebody", Duration.ofDays(9));
        Path now = made(".new-" + UUID.randomUUID(), Duration.ZERO);

        Leftovers.takeAwayAbandoned(now, ".new-");

        assertThat(left()).containsExactlyInAnyOrder(young, other, now);
    }

    @Test
    void rows_that_wait_have_no_name_or_lose_it_to_the_next_who_begins() throws IOException {
        made(".rows-" + UUID.randomUUID(), Duration.ZERO);

        try (var _ = new SpooledRecords(folder.resolve(".rows-" + UUID.randomUUID()))) {
            assertThat(left()).hasSizeLessThanOrEqualTo(1); // Windows keeps the name of an open file
        }
        assertThat(left()).isEmpty();
    }
}
