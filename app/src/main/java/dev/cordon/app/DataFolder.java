package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.GlobalOptions;
import dev.cordon.cli.command.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a run keeps everything: what was asked for, or the platform's folder for application data. */
final class DataFolder {
    /** Folders whose content leaves this machine by itself; evidence must not. */
    private static final List<String> SYNCHRONISED = List.of(
            "onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "mobile documents", "nextcloud");

    private DataFolder() {}

    /** The folder of a run; need not exist. */
    static Path of(GlobalOptions options, Map<String, String> environment) {
        Path folder = options.data()
                .orElseGet(() -> usual(environment))
                .toAbsolutePath()
                .normalize();
        for (Path part : folder) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            if (SYNCHRONISED.stream().anyMatch(name::startsWith)) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        "The data folder " + folder + " lies in a folder that is synchronised elsewhere (" + part
                                + "); evidence may not leave this machine by itself. Name another one with --data.");
            }
        }
        return folder;
    }

    private static Path usual(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            return value(environment, "LOCALAPPDATA")
                    .map(Path::of)
                    .orElseGet(() -> home(environment).resolve("AppData").resolve("Local"))
                    .resolve("Cordon");
        }
        if (system.contains("mac")) {
            return home(environment)
                    .resolve("Library")
                    .resolve("Application Support")
                    .resolve("Cordon");
        }
        return value(environment, "XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home(environment).resolve(".local").resolve("share"))
                .resolve("cordon");
    }

    private static Path home(Map<String, String> environment) {
        return Path.of(value(environment, "HOME").orElseGet(() -> System.getProperty("user.home", ".")));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
