package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @Test
    void says_who_signs_in_where_and_with_what() {
        ServerAddress address = parse("postgresql://anna%40it:p%40ss%2Fw+rd@db.example:5433/cordon?currentSchema=prod");

        Properties properties = address.properties();
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/cordon");
        assertThat(properties)
                .containsAllEntriesOf(Map.of("user", "anna@it", "password", "p@ss/w+rd", "currentSchema", "prod"));
        assertThat(address.name()).isEqualTo("postgresql://db.example:5433/cordon");
        assertThat(address.name("vault")).isEqualTo("postgresql://db.example:5433/cordon#prod.vault");
    }

    @Test
    void reads_the_form_of_jdbc_with_user_and_password_among_the_options() {
        ServerAddress address = parse("jdbc:postgresql://one,two:5433/cordon?user=anna&password=secret");

        assertThat(address.hosts()).isEqualTo("one,two:5433");
        assertThat(address.user()).contains("anna");
        assertThat(address.properties()).containsEntry("password", "secret");
        assertThat(address.options()).isEmpty();
        assertThat(address.name("vault")).isEqualTo("postgresql://one,two:5433/cordon#vault");
    }

    @Test
    void nothing_leaves_this_machine_unencrypted_unless_somebody_says_so() {
        assertThat(parse("postgresql://db.example/cordon").properties()).containsEntry("sslmode", "require");
        assertThat(parse("postgresql://localhost:5432/cordon").properties()).containsEntry("sslmode", "prefer");
        assertThat(parse("postgresql://127.0.0.1,db.example/cordon").properties())
                .containsEntry("sslmode", "require");
        assertThat(parse("postgresql://db.example/cordon?sslmode=verify-full").properties())
                .containsEntry("sslmode", "verify-full");
    }

    @Test
    void never_tells_the_password() {
        ServerAddress address = parse("postgresql://anna:hunter2@db.example/cordon");

        assertThat(address.toString() + address.name() + address.name("vault") + address.jdbcUrl())
                .doesNotContain("hunter2");
        assertThat(address.orPassword(Optional.of(new Password("other"))).properties())
                .containsEntry("password", "hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "mysql://anna:hunter2@db/cordon",
                "postgresql://anna:hunter2@db",
                "postgresql://anna:hunter2@db/",
                "postgresql://anna:hunter2@db/cordon?sslmode",
                "postgresql://anna:hunter2@db/cordon?socketFactory=evil.Factory",
                "postgresql://anna:hunter2%zz@db/cordon",
                "postgresql://anna:hunter2@db/cordon#vault",
                "postgresql://anna:hunter2/x@db",
                "postgresql://anna@db/cordon?password=a&hunter2=b",
            })
    void refuses_what_it_does_not_understand_without_repeating_it(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.ADDRESS))
                .hasMessageContaining("CORDON_STORE")
                .hasMessageContaining("postgresql://USER@HOST:PORT/DATABASE")
                .hasMessageNotContaining("hunter2");
    }

    private static ServerAddress parse(String text) {
        return ServerAddress.parse(text, "CORDON_STORE");
    }
}
