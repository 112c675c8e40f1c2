package dev.cordon.investigation;

import java.util.Set;

/** What Entra's sign-in log means by some of its words and numbers. */
public final class SignInTables {
    private static final Set<String> LEGACY = Set.of(
            "imap4",
            "pop3",
            "imap",
            "pop",
            "authenticated smtp",
            "smtp",
            "other clients",
            "exchange activesync",
            "exchange web services",
            "mapi over http",
            "offline address book",
            "autodiscover");

    private static final Set<Integer> PASSWORD_WAS_RIGHT = Set.of(
            50055, 50057, 50155, 50105, 50133, 50005, 50076, 50079, 50158, 50072, 50074, 53003, 53000, 53001, 50129);

    private SignInTables() {}

    /** Whether the client, in lower case, asks for nothing but a password. */
    public static boolean isLegacy(String clientApp) {
        return LEGACY.contains(clientApp);
    }

    /** Whether the code says that the password was right and something else stopped the sign-in. */
    public static boolean wasPasswordRight(int errorCode) {
        return PASSWORD_WAS_RIGHT.contains(errorCode);
    }
}
