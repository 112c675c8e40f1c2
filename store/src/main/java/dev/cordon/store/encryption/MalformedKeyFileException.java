package dev.cordon.store.encryption;

/** A key file that cannot be used. */
public final class MalformedKeyFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    MalformedKeyFileException(String found, boolean newer) {
        super(found);
        this.newer = newer;
    }

    /** Whether a newer Cordon may have written it. */
    public boolean isNewer() {
        return newer;
    }
}
