package dev.cordon.response;

/** Which Cordon this is. */
public final class Version {
    private Version() {}

    /** The version of the jar, or {@code development} when it runs from classes. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
