package dev.cordon.evidence.bag;

import java.nio.file.Path;

/** An export that was to be used is not what was handed out. */
public final class BagNotGenuineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BagNotGenuineException(Path export, BagVerification verified) {
        super("The export at " + export + " is not genuine: "
                + verified.verification().faults().size()
                + " faults were found, so nothing was recorded. 'cordon evidence verify \"" + export
                + "\"' names them; make a new export.");
    }
}
