package dev.cordon.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Lets root run the server where root may make no user namespace (in most containers): its programs become another account by themselves. */
final class NobodysPrograms {
    private static final List<String> PROGRAMS = List.of("initdb", "postgres", "pg_ctl");

    private NobodysPrograms() {}

    static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) throws IOException {
        Path folder = Files.createTempDirectory("cordon-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        builder.setOverrideWorkingDirectory(folder.toFile()).setDataDirectory(folder.resolve("data"));
        try {
            return builder.start();
        } catch (IOException | IllegalStateException _) {
            // Refused as expected, with the programs unpacked.
            wrapPrograms(folder);
            return builder.start();
        }
    }

    private static void wrapPrograms(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path program : files.filter(
                            file -> folder.relativize(file).toString().contains("bin")
                                    && PROGRAMS.contains(file.getFileName().toString()))
                    .toList()) {
                wrap(program, folder);
            }
        }
    }

    private static void wrap(Path program, Path folder) throws IOException {
        Path real = program.resolveSibling(program.getFileName() + ".real");
        Files.move(program, real);
        Files.writeString(program, """
                #!/bin/sh
                if [ "$(id -u)" = 0 ]; then
                  chown -R 65534:65534 "%s"
                  exec setpriv --reuid=65534 --regid=65534 --clear-groups "%s" "$@"
                fi
                exec "%s" "$@"
                """.formatted(folder, real, real));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
