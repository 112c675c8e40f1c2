package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StoreLocationTest {
    private static final String ADDRESS = "postgresql://anna@db.example/cordon";

    @TempDir
    private Path folder;

    @Test
    void is_the_data_folder_where_nothing_else_is_said() {
        assertThat(StoreLocation.of(folder, Map.of("CORDON_STORE", " "))).isEqualTo(new StoreLocation.InFolder(folder));
        assertThat(StoreLocation.inFolder(folder).evidence())
                .isEqualTo(folder.resolve("vault").toString());
    }

    @Test
    void is_what_the_environment_names_or_else_the_file_in_the_folder() throws IOException {
        assertThat(server(Map.of("CORDON_STORE", ADDRESS)).name()).isEqualTo("postgresql://db.example/cordon");

        Files.writeString(folder.resolve("store"), "postgresql://other.example/cordon\n");
        assertThat(server(Map.of()).name()).isEqualTo("postgresql://other.example/cordon");
        assertThat(server(Map.of("CORDON_STORE", ADDRESS)).name()).isEqualTo("postgresql://db.example/cordon");
        assertThat(StoreLocation.of(folder, Map.of()).evidence()).isEqualTo("postgresql://other.example/cordon#vault");
    }

    @Test
    void the_password_comes_from_the_address_or_else_from_the_environment() {
        assertThat(server(Map.of("CORDON_STORE", ADDRESS, "PGPASSWORD", "hunter2"))
                        .properties())
                .containsEntry("password", "hunter2");
        assertThat(server(Map.of("CORDON_STORE", "postgresql://anna:own@db/cordon", "PGPASSWORD", "hunter2"))
                        .properties())
                .containsEntry("password", "own");
        assertThat(server(Map.of("CORDON_STORE", ADDRESS)).properties()).doesNotContainKey("password");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_password_in_a_file_that_others_may_read_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("store"), "postgresql://anna:hunter2@db.example/cordon");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> StoreLocation.of(folder, Map.of()))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.EXPOSED))
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("hunter2");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(server(Map.of()).properties()).containsEntry("password", "hunter2");
    }

    @Test
    void a_folder_with_a_database_of_its_own_is_not_mistaken_for_that_of_a_server() {
        Store.open(folder, OpenStores.WALL_TIME).close();

        assertThatThrownBy(() -> StoreLocation.of(folder, Map.of("CORDON_STORE", ADDRESS)))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.TWO_STORES))
                .hasMessageContaining("--data");
    }

    private ServerAddress server(Map<String, String> environment) {
        return ((StoreLocation.OnServer) StoreLocation.of(folder, environment)).server();
    }
}
