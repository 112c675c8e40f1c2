package dev.cordon.app;

/**
 * What the JVM watches once after each build, to start faster ever after: it caches the classes that are loaded here. Changes
 * nothing and reaches nobody. See docs/decisions/0004.
 */
public final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        System.exit(Main.run("--help"));
    }
}
