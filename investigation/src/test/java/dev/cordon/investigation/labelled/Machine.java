package dev.cordon.investigation.labelled;

/**
 * What somebody signs in with, as the log sees it.
 *
 * @param deviceId empty where the directory does not know the machine
 * @param trust empty where it is not registered
 */
record Machine(String deviceId, String name, String system, String browser, String userAgent, String trust) {
    private static final String WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private static final String MAC =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) ";

    static Machine managedWindows(Chance chance, String name) {
        return new Machine(
                chance.uuid(),
                name,
                "Windows10",
                "Edge 141.0.0",
                WINDOWS + "Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
                "Azure AD joined");
    }

    static Machine hybridWindows(Chance chance, String name) {
        return new Machine(
                chance.uuid(),
                name,
                "Windows10",
                "Chrome 140.0.0",
                WINDOWS + "Chrome/140.0.0.0 Safari/537.36",
                "Hybrid Azure AD joined");
    }

    static Machine privateMac() {
        return new Machine("", "", "MacOs", "Safari 18.6", MAC + "Version/18.6 Safari/605.1.15", "");
    }

    static Machine iPhone() {
        return new Machine("", "", "Ios 18.6", "", "Outlook-iOS/2.0", "");
    }

    static Machine android(Chance chance) {
        return new Machine(chance.uuid(), "Pixel 8", "Android 15", "", "Outlook-Android/2.0", "Azure AD registered");
    }

    /** A browser of a machine that the directory does not know. */
    static Machine unknownWindows(int version) {
        return new Machine(
                "",
                "",
                "Windows10",
                "Chrome " + version + ".0.0",
                WINDOWS + "Chrome/" + version + ".0.0.0 Safari/537.36",
                "");
    }

    static Machine unknownLinux() {
        return new Machine(
                "",
                "",
                "Linux",
                "Firefox 128.0",
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "");
    }

    /** A program that says its name and nothing else. */
    static Machine program(String userAgent) {
        return new Machine("", "", "", "", userAgent, "");
    }

    /** The same machine without what the directory knows of it: what is left when only a browser's cookies were taken. */
    Machine asStranger() {
        return new Machine("", "", system, browser, userAgent, "");
    }

    Machine withBrowser(String name, String agent) {
        return new Machine(deviceId, this.name, system, name, agent, trust);
    }

    boolean isManaged() {
        return trust.endsWith("joined");
    }
}
