package dev.cordon.cli.document;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * A tenant that was added.
 *
 * @param name how it is called here
 * @param connection the connection document, absolute
 * @param breakGlass its break-glass accounts, in order: object ids, and as the connection document names them where that was read
 */
public record KnownTenant(String name, Path connection, List<String> breakGlass) {
    public KnownTenant {
        requireNonNull(name, "name is null");
        requireNonNull(connection, "connection is null");
        breakGlass = List.copyOf(breakGlass);
    }
}
