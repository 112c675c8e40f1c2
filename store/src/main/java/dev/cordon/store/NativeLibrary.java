package dev.cordon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into a folder of ours: a shared temporary folder is no place for code that we run, and unpacking
 * it at every start is half of what opening the database costs.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    /** Unpacks the library unless it is there, and tells the driver where it is. Idempotent. */
    static void unpackInto(Path folder) throws IOException {
        Path versioned = folder.resolve(SQLiteJDBCLoader.getVersion());
        OwnerOnly.createFolder(folder);
        OwnerOnly.createFolder(versioned);
        String name = LibraryLoaderUtil.getNativeLibName();
        Path library = versioned.resolve(name);
        if (Files.notExists(library)) {
            unpack(name, library);
        }
        System.setProperty("org.sqlite.lib.path", versioned.toString());
        System.setProperty("org.sqlite.lib.name", name);
        // Where the driver itself unpacks to, should it not be able to load ours.
        System.setProperty("org.sqlite.tmpdir", folder.toString());
    }

    /**
     * Unpacks the library into a folder of this process and tells the driver where it is: code that lies in a folder which may only be read
     * is not ours to run, for who knows who wrote it.
     */
    static void unpackApart() throws IOException {
        Path folder = Files.createTempDirectory("cordon-native");
        folder.toFile().deleteOnExit();
        String name = LibraryLoaderUtil.getNativeLibName();
        Path library = folder.resolve(name);
        unpack(name, library);
        library.toFile().deleteOnExit();
        System.setProperty("org.sqlite.lib.path", folder.toString());
        System.setProperty("org.sqlite.lib.name", name);
        System.setProperty("org.sqlite.tmpdir", folder.toString());
    }

    /** The library that lies there and is not the one that was packed: whatever it is, it is run. Empty where there is none, or it is. */
    static Optional<Path> changed(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        Path library = folder.resolve(SQLiteJDBCLoader.getVersion()).resolve(name);
        if (PlainFile.isSomethingElse(library)) {
            return Optional.of(library);
        }
        if (Files.notExists(library)) {
            return Optional.empty();
        }
        try (InputStream packed = packed(name);
                InputStream lying = PlainFile.open(library)) {
            boolean isSame = packed == null || Arrays.equals(packed.readAllBytes(), lying.readAllBytes());
            return isSame ? Optional.empty() : Optional.of(library);
        }
    }

    private static @Nullable InputStream packed(String name) {
        return SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
    }

    private static void unpack(String name, Path library) throws IOException {
        try (InputStream packed = packed(name)) {
            if (packed != null) {
                OwnerOnly.replace(
                        library,
                        library.resolveSibling(".new-" + UUID.randomUUID()),
                        packed.readAllBytes(),
                        "r-x------");
            }
        }
    }
}
