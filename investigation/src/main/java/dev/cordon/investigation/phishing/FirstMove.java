package dev.cordon.investigation.phishing;

/** What is done first for somebody who reached the page, before everything else that is done for him. */
public enum FirstMove {
    REMOVE_CONSENT("Take the application's consent away first: it outlives a new password and every revoked session."),
    END_SESSIONS_AND_NEW_DEVICES(
            "End all sessions and look for a device that was registered since: the code signed somebody else's device in, and the password"
                    + " was never needed."),
    ISOLATE_DEVICE(
            "Take the device off the network and hand it to whoever looks after devices; do not switch it off, and do not sign in on it."
                    + " Then the account: what ran there may have taken its sessions."),
    RESPOND_TO_ACCOUNT("Respond to the account as compromised: sessions, password, sessions again, methods, rules."),
    WATCH("Nothing was handed over as far as is known: watch the sign-ins for 72 hours after the click.");

    private final String text;

    FirstMove(String text) {
        this.text = text;
    }

    /** What to do and why, a sentence or two. */
    public String text() {
        return text;
    }

    /** Whether the account is responded to as compromised as well. */
    public boolean needsAccountResponse() {
        return this != WATCH;
    }
}
