package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What bytes are held against later is the same however many come, and they are written on as they came. */
class FixityTest {
    private static final int PIECE = 1 << 17;

    @Test
    void a_copy_has_the_number_and_the_digests_of_its_bytes() throws IOException {
        for (int length : List.of(0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 5 * PIECE + 3)) {
            byte[] bytes = bytes(length);
            var copy = new ByteArrayOutputStream();

            assertThat(Fixity.copying(new ByteArrayInputStream(bytes), copy)).isEqualTo(Fixity.of(bytes));
            assertThat(copy.toByteArray()).isEqualTo(bytes);
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 1000);
        }
        return bytes;
    }
}
