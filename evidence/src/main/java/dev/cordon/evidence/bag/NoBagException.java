package dev.cordon.evidence.bag;

import java.nio.file.Path;

/** What was to be verified is no bag at all, so that nothing can be said about it. */
public final class NoBagException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoBagException(Path path, String found) {
        super("\"" + path + "\" is no evidence export: " + found
                + ". Name the folder that holds bagit.txt, or the zip file as it was handed over.");
    }
}
