package dev.cordon.investigation.phishing;

/** Where something that tells of a phishing mail or a click is from. */
public enum Source {
    INTERVIEW("what the user said"),
    HUNTING("Defender's hunting tables"),
    SAFE_LINKS_REPORT("the Safe Links report"),
    SIGN_INS("the sign-in log"),
    DIRECTORY_AUDIT("the directory's audit log"),
    MESSAGE_TRACE("the message trace"),
    QUARANTINE("the quarantine"),
    MAILBOX("the mailbox itself"),
    REPORT("what was reported");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    /** As part of a sentence. */
    public String inWords() {
        return words;
    }

    /** Whether it records clicks. */
    public boolean recordsClicks() {
        return this == HUNTING || this == SAFE_LINKS_REPORT;
    }
}
