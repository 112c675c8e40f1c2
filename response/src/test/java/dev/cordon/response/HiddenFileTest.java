package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HiddenFileTest {
    @Test
    void what_was_appended_piece_by_piece_is_read_from_any_place_on() throws IOException {
        byte[] bytes = new byte[100_003];
        new Random(5).nextBytes(bytes);
        try (var file = new HiddenFile(new SecureRandom())) {
            for (int[] piece : new int[][] {{0, 17}, {17, 40_000}, {40_000, 40_000}, {40_000, bytes.length}}) {
                OutputStream to = file.append();
                to.write(bytes, piece[0], piece[1] - piece[0]);
                to.close();
                assertThat(file.size()).isEqualTo(piece[1]);
            }

            for (int from : new int[] {0, 1, 15, 16, 17, 39_999, 100_002, 100_003}) {
                for (int until : new int[] {from, Math.min(from + 33, bytes.length), bytes.length}) {
                    assertThat(file.read(from, until).readAllBytes())
                            .as("%s to %s", from, until)
                            .isEqualTo(Arrays.copyOfRange(bytes, from, until));
                }
            }
        }
    }
}
