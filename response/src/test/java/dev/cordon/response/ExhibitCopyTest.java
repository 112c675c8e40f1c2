package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.ExhibitId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ExhibitCopyTest {
    private static final ExhibitId EXHIBIT = ExhibitId.of(1);
    private static final byte[] SECRET =
            "a subject that only the vault may know. ".repeat(2_000).getBytes(StandardCharsets.UTF_8);

    private int copied;

    private ExhibitCopy copy(byte[] sealed) {
        return new ExhibitCopy(
                (exhibit, to) -> {
                    assertThat(exhibit).isEqualTo(EXHIBIT);
                    copied++;
                    write(to, sealed);
                },
                EXHIBIT,
                new SecureRandom());
    }

    /** As the vault does, a piece after the other, and once a single byte. */
    private static void write(OutputStream to, byte[] bytes) {
        try {
            to.write(bytes[0]);
            for (int at = 1; at < bytes.length; at += 8_192) {
                to.write(bytes, at, Math.min(8_192, bytes.length - at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] large() {
        byte[] large = new byte[ExhibitCopy.SMALL + SECRET.length];
        for (int at = 0; at < large.length; at++) {
            large[at] = SECRET[at % SECRET.length];
        }
        return large;
    }

    @Test
    void it_is_read_as_it_was_sealed_as_often_as_one_likes_and_copied_once() throws IOException {
        for (byte[] sealed : new byte[][] {SECRET, large()}) {
            copied = 0;
            try (ExhibitCopy copy = copy(sealed)) {
                for (int times = 0; times < 2; times++) {
                    assertThat(copy.open().readAllBytes()).isEqualTo(sealed);
                }
                InputStream again = copy.open();
                assertThat(again.read()).isEqualTo('a');
                assertThat(again.readNBytes(28)).isEqualTo(Arrays.copyOfRange(sealed, 1, 29));
            }
            assertThat(copied).isEqualTo(1);
        }
    }

    @Test
    void nothing_of_a_damaged_one_is_returned() throws IOException {
        for (int length : new int[] {4_001, ExhibitCopy.SMALL + 1}) {
            try (var copy = new ExhibitCopy(
                    (exhibit, to) -> {
                        write(to, new byte[length]);
                        throw new EvidenceDamagedException(exhibit, "a", "b");
                    },
                    EXHIBIT,
                    new SecureRandom())) {
                assertThatThrownBy(copy::open).isInstanceOf(EvidenceDamagedException.class);
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_small_one_lies_in_no_file_and_what_lies_in_one_is_not_what_was_sealed() throws IOException {
        try (ExhibitCopy copy = copy(SECRET)) {
            copy.open();
            assertThat(temporary()).isEmpty();
        }
        try (ExhibitCopy copy = copy(large())) {
            copy.open();

            byte[] onDisk = temporary().orElseThrow();
            assertThat(onDisk).hasSize(ExhibitCopy.SMALL + SECRET.length);
            assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("subject", "vault", "know");
        }
        assertThat(temporary()).isEmpty();
    }

    /** By its open descriptor: it has no name any more. */
    private static Optional<byte[]> temporary() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : open.toList()) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).toString().contains("cordon-reading")) {
                    return Optional.of(Files.readAllBytes(descriptor));
                }
            }
        }
        return Optional.empty();
    }
}
