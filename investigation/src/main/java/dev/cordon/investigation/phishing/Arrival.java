package dev.cordon.investigation.phishing;

/** How the lure came to whoever took it. */
public enum Arrival {
    MAIL(true, "It came by mail: scope it by sender, subject and message, and take it out of all mailboxes."),
    QR_CODE(
            false,
            "It is a code to be scanned: the page was opened on a telephone, where Safe Links sees nothing. Ask which telephone it was."),
    TEAMS(
            true,
            "It came by Teams: no mail can be taken back. Remove the message in the chat, and block the other organisation or account."),
    PERSONAL_MAILBOX(
            false,
            "It came to a private mailbox: neither trace nor purge reach it. Ask for the mail as an attachment, and delete it there."),
    TEXT_MESSAGE(
            false,
            "It came as a text message: no log of Microsoft's has it. Ask for a picture of it and the number it came from."),
    OTHER_WAY(false, "It came some other way: no log of the mailbox has it. Ask for a picture of it."),
    NOT_KNOWN(true, "Nobody knows how it came. Ask before anything is said about how many have it.");

    private final boolean seenBySafeLinks;
    private final String advice;

    Arrival(boolean seenBySafeLinks, String advice) {
        this.seenBySafeLinks = seenBySafeLinks;
        this.advice = advice;
    }

    /** Whether Safe Links can have seen the click; only then does a record of it speak for all that happened. */
    public boolean isSeenBySafeLinks() {
        return seenBySafeLinks;
    }

    /** Whether there is a mail of the organisation's to be scoped and taken out of mailboxes. */
    public boolean hasMail() {
        return this == MAIL || this == QR_CODE || this == NOT_KNOWN;
    }

    /** What is different for it, a sentence or two. */
    public String advice() {
        return advice;
    }
}
