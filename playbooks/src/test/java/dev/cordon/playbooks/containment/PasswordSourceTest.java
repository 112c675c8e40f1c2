package dev.cordon.playbooks.containment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Secret;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordSourceTest {
    @Test
    void draws_long_passwords_of_four_classes_that_never_repeat_and_cannot_print_themselves() {
        PasswordSource source = new PasswordSource(new Random(7));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            Secret password = source.next();
            assertThat(password.reveal())
                    .hasSize(24)
                    .containsPattern("[A-Z]")
                    .containsPattern("[a-z]")
                    .containsPattern("[0-9]")
                    .containsPattern("[^A-Za-z0-9]");
            assertThat(password.toString()).isEqualTo("[secret]");
            assertThat(seen.add(password.reveal())).isTrue();
        }
    }
}
