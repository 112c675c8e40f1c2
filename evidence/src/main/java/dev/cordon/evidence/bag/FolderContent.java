package dev.cordon.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A bag that is a folder. Links are named and not followed, and names that are no text are not looked for again by their text. */
final class FolderContent implements BagContent {
    private final Path folder;
    private final SortedMap<String, Long> files = new TreeMap<>();
    private final Map<String, Path> paths = new HashMap<>();

    private FolderContent(Path folder) {
        this.folder = folder;
    }

    static FolderContent read(Path folder, Faults faults) throws IOException {
        FolderContent content = new FolderContent(folder);
        Set<String> folders = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (!directory.equals(folder)) {
                    folders.add(content.name(directory) + "/");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = content.name(file);
                if (attributes.isRegularFile()) {
                    content.take(name, file, attributes.size(), faults);
                } else {
                    faults.inFile(
                            name,
                            "a file",
                            attributes.isSymbolicLink() ? "a link to somewhere else" : "something that is no file",
                            "A bag holds files only; it was not followed.");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                faults.inFile(
                        content.name(file),
                        "something that can be read",
                        "something that cannot be read",
                        "It could not be checked. Whoever runs this may not read it, or the disk is damaged.");
                return FileVisitResult.CONTINUE;
            }
        });
        EmptyFolders.name(folders, content.files.keySet(), faults);
        return content;
    }

    /** Two names that are no text here may be read as one. */
    private void take(String name, Path file, long size, Faults faults) {
        if (paths.putIfAbsent(name, file) == null) {
            files.put(name, size);
        } else {
            faults.inFile(
                    name,
                    "one file of that name",
                    "several whose names are no text",
                    "No export has such names; all but one of them were not read.");
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    @Override
    public SortedMap<String, Long> files() {
        return files;
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path file = paths.get(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {}
}
