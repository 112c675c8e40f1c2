package dev.cordon.investigation.fraud;

/** What speaks for business e-mail compromise, with how much it weighs. The weights of those that are found add up, each counting once. */
public enum FraudSignal {
    PAYMENT_CHANGE_REPORTED(60, "T1657"),
    RULE_TAKES_PAYMENT_MAIL(45, "T1564.008"),
    FORWARDS_TO_LOOK_ALIKE(45, "T1114.003"),
    LOOK_ALIKE_IN_THREAD(40, "T1583.001"),
    ATTACKER_SENT_IN_THREAD(40, "T1657"),
    SEARCHED_FOR_PAYMENTS(35, "T1114.002"),
    SENT_WITHOUT_COPY(35, "T1070.008"),
    REPLY_TO_ELSEWHERE(35, "T1656"),
    PAYMENT_WORDS_IN_SENT_MAIL(30, "T1657"),
    FORWARDS_OUTSIDE(30, "T1114.003"),
    RULE_HIDES_MAIL(30, "T1564.008"),
    ATTACKER_SENT_MAIL(30, "T1534"),
    AUTO_REPLY_CHANGED(15, "T1656"),
    SYNCHRONISED_MAILBOX(15, "T1114.002");

    /** From so much on fraud is possible ... */
    static final int POSSIBLE_FROM = 25;

    /** ... and from so much on it is likely. */
    static final int LIKELY_FROM = 60;

    private final int weight;
    private final String technique;

    FraudSignal(int weight, String technique) {
        this.weight = weight;
        this.technique = technique;
    }

    /** What it adds to the score. */
    public int weight() {
        return weight;
    }

    /** The ATT&CK technique that it points to. */
    public String technique() {
        return technique;
    }
}
