package dev.cordon.investigation.phishing;

/** What the page was after, as far as is known. The order is that in which their first moves are made. */
public enum PhishingKind {
    CONSENT("a page that asks for access for an application", FirstMove.REMOVE_CONSENT),
    DEVICE_CODE("a code that signs somebody else's device in", FirstMove.END_SESSIONS_AND_NEW_DEVICES),
    PASTED_COMMAND("a command that the user ran himself", FirstMove.ISOLATE_DEVICE),
    MALWARE("a file that was downloaded", FirstMove.ISOLATE_DEVICE),
    AITM(
            "a page between the user and Microsoft that takes the session, second factor and all",
            FirstMove.RESPOND_TO_ACCOUNT),
    CREDENTIAL_PAGE("a page that asks for the password", FirstMove.RESPOND_TO_ACCOUNT),
    INFORMATION_ONLY("a page on which nothing of the account was handed over", FirstMove.WATCH);

    private final String words;
    private final FirstMove firstMove;

    PhishingKind(String words, FirstMove firstMove) {
        this.words = words;
        this.firstMove = firstMove;
    }

    /** As part of a sentence. */
    public String inWords() {
        return words;
    }

    public FirstMove firstMove() {
        return firstMove;
    }
}
