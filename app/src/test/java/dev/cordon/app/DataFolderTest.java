package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.cli.command.GlobalOptions;
import dev.cordon.cli.command.Refusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    @Test
    void an_option_names_it() {
        assertThat(DataFolder.of(options(Path.of("/tmp/x/../y")), Map.of()))
                .isEqualTo(Path.of("/tmp/y").toAbsolutePath());
    }

    @Test
    void without_an_option_it_is_the_platforms_folder_for_application_data() {
        var none = new GlobalOptions(Optional.empty(), Optional.empty(), false, false);
        Path folder = DataFolder.of(none, Map.of("HOME", "/home/anna", "LOCALAPPDATA", "/home/anna/Local"));
        assertThat(folder.isAbsolute()).isTrue();
        assertThat(folder.getFileName().toString()).isEqualToIgnoringCase("cordon");
        assertThat(folder.toString()).contains("anna");
    }

    @Test
    void a_synchronised_folder_is_refused() {
        for (String name : new String[] {"OneDrive", "OneDrive - Contoso", "Dropbox", "Google Drive"}) {
            assertThatThrownBy(() -> DataFolder.of(options(Path.of("/home/anna", name, "cordon")), Map.of()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("synchronised")
                    .hasMessageContaining("--data");
        }
    }

    private static GlobalOptions options(Path data) {
        return new GlobalOptions(Optional.of(data), Optional.empty(), false, false);
    }
}
