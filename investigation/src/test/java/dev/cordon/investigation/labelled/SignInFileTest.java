package dev.cordon.investigation.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class SignInFileTest {
    /** Where the file is kept; tests of a module run in its folder. */
    private static final Path KEPT = Path.of("src", "test", "resources", "labelled", "sign-in.jsonl");

    @Test
    void the_file_is_what_the_program_writes() throws IOException {
        String written = SignInFile.text();
        if (Boolean.getBoolean("cordon.labelled.write")) {
            Files.writeString(KEPT, written);
        }

        assertThat(Files.readString(KEPT))
                .as("write it anew with -Dcordon.labelled.write=true")
                .isEqualTo(written);
    }

    @Test
    void time_zone_and_language_of_the_machine_change_nothing() {
        String written = SignInFile.text();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(SignInFile.text()).isEqualTo(written);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void the_file_stays_small_enough_to_be_kept() throws IOException {
        assertThat(Files.size(KEPT)).isLessThan(6_000_000);
    }
}
