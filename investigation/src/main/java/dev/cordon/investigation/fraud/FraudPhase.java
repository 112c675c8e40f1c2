package dev.cordon.investigation.fraud;

/** How far a business e-mail compromise has come. */
public enum FraudPhase {
    COMPROMISE(1, "hours 0 to 4", "somebody else is in the mailbox"),
    RECONNAISSANCE(2, "hours 4 to 48", "he reads how payments are made"),
    FRAUD(3, "days 2 to 14", "mails ask for money, or for it to go elsewhere"),
    MONEY_MOVED(4, "days 7 to 30", "money was paid to him");

    private final int number;
    private final String usualWindow;
    private final String words;

    FraudPhase(int number, String usualWindow, String words) {
        this.number = number;
        this.usualWindow = usualWindow;
        this.words = words;
    }

    /** 1 to 4. */
    public int number() {
        return number;
    }

    /** When it usually is, counted from the first sign-in of his. */
    public String usualWindow() {
        return usualWindow;
    }

    /** What happens in it, as part of a sentence. */
    public String inWords() {
        return words;
    }
}
