package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.ExhibitId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ExhibitCopiesTest {
    private static final ExhibitId FIRST = ExhibitId.of(1);
    private static final ExhibitId DAMAGED = ExhibitId.of(2);
    private static final ExhibitId LAST = ExhibitId.of(3);

    private final Map<ExhibitId, byte[]> sealed = Map.of(
            FIRST,
            text("a subject that only the vault may know. ", 2_000),
            LAST,
            text("something of another length; ", 777));

    private static byte[] text(String line, int times) {
        return line.repeat(times).getBytes(StandardCharsets.UTF_8);
    }

    /** The damaged one is noticed when some of it is written, as in the vault. */
    private void copy(ExhibitId exhibit, OutputStream to) {
        try {
            if (exhibit.equals(DAMAGED)) {
                to.write(text("x", 4_001));
                throw new EvidenceDamagedException(exhibit, "a", "b");
            }
            to.write(sealed.getOrDefault(exhibit, new byte[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void each_is_read_as_it_was_sealed_as_often_as_one_likes_whatever_was_damaged_between() throws IOException {
        try (var copies = new ExhibitCopies(this::copy, new SecureRandom())) {
            for (int times = 0; times < 2; times++) {
                assertThat(copies.open(FIRST).readAllBytes()).isEqualTo(sealed.get(FIRST));
                assertThatThrownBy(() -> copies.open(DAMAGED)).isInstanceOf(EvidenceDamagedException.class);
                assertThat(copies.open(LAST).readAllBytes()).isEqualTo(sealed.get(LAST));
                var one = copies.open(LAST);
                assertThat(one.read()).isEqualTo('s');
                assertThat(one.readNBytes(28)).isEqualTo(Arrays.copyOfRange(sealed.get(LAST), 1, 29));
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_lies_in_the_temporary_file_is_not_what_was_sealed() throws IOException {
        try (var copies = new ExhibitCopies(this::copy, new SecureRandom())) {
            assertThat(copies.open(FIRST).readAllBytes()).hasSameSizeAs(sealed.get(FIRST));

            byte[] onDisk = temporary();
            assertThat(onDisk).hasSameSizeAs(sealed.get(FIRST));
            assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("subject", "vault", "know");
        }
    }

    /** By its open descriptor: it has no name any more. */
    private static byte[] temporary() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : open.toList()) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).toString().contains("cordon-reading")) {
                    return Files.readAllBytes(descriptor);
                }
            }
        }
        throw new AssertionError("no temporary file is open");
    }
}
