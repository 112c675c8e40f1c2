package dev.cordon.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;

/** Why a file could not be read or written, in words that go on a sentence. Java's own words are a bare path or a class. */
public final class FileTrouble {
    private FileTrouble() {}

    /** The words, without a full stop. */
    public static String inWords(Exception trouble) {
        return switch (trouble) {
            case UncheckedIOException wrapped when wrapped.getCause() != null -> inWords(wrapped.getCause());
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "whoever runs this may not do that there";
            case ReadOnlyFileSystemException _ -> "it lies on something that cannot be written";
            case DirectoryNotEmptyException _ -> "a folder of that name is in the way";
            case NotDirectoryException _ -> "a part of the path is no folder";
            case FileSystemException refused when refused.getReason() != null -> system(refused.getReason());
            case InvalidPathException bad -> "it is no path: " + bad.getReason();
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case IOException told
            when told.getMessage() != null && told.getCause() == null -> system(told.getMessage());
            default -> "the system refused it";
        };
    }

    // What the operating system says, in its English.
    private static String system(String said) {
        return switch (said) {
            case "Is a directory" -> "a folder of that name is in the way";
            case "Not a directory" -> "a part of the path is no folder";
            case "Read-only file system" -> "it lies on something that cannot be written";
            case "No space left on device" -> "the disk is full";
            default -> said;
        };
    }
}
