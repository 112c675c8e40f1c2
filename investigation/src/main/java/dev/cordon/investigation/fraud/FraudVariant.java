package dev.cordon.investigation.fraud;

/** In what shape a fraud by mail comes, with what is done first. */
public enum FraudVariant {
    OWN_USER_IMPERSONATED(
            "The account of one of ours was used to write to others.",
            "Tell finance, then telephone everybody outside who got such a mail: what it says of bank details is void.",
            true,
            true),
    VENDOR_MAILBOX(
            "A supplier's or partner's own mailbox is in somebody else's hands; ours is clean.",
            "No account of ours is reset. Hold payments to them, and telephone them at a number that was on file before: their mailbox is"
                    + " read by somebody else.",
            false,
            true),
    LOOK_ALIKE_DOMAIN(
            "Somebody writes from a domain that reads like one we trust; perhaps he read the conversation elsewhere.",
            "No account of ours is reset for it. Hold payments, block the domain, and telephone whoever it pretends to be.",
            false,
            true),
    SPOOFED_EXECUTIVE(
            "Somebody pretends to be one of our managers from an address outside.",
            "No account is reset. Tell finance and whoever got it, block the address, and telephone the manager.",
            false,
            true),
    PAYROLL_DIVERSION(
            "Somebody wants a salary paid elsewhere.",
            "Telephone whoever runs the payroll: no change of a bank account since the attack began, until the employee confirmed it in person.",
            true,
            true),
    GIFT_CARDS(
            "Somebody wants gift cards bought and their numbers sent.",
            "Tell whoever got it to stop. Of cards whose numbers were sent, telephone the issuer at once with the receipts: what was not used can be"
                    + " frozen.",
            false,
            true),
    TAX_OR_STAFF_DATA(
            "Somebody wants tax forms or data of employees.",
            "The clock of the privacy law decides: tell whoever is responsible for it now. There is no payment to call back.",
            false,
            false);

    private final String what;
    private final String firstMove;
    private final boolean ofOwnAccount;
    private final boolean moneySteps;

    FraudVariant(String what, String firstMove, boolean ofOwnAccount, boolean moneySteps) {
        this.what = what;
        this.firstMove = firstMove;
        this.ofOwnAccount = ofOwnAccount;
        this.moneySteps = moneySteps;
    }

    /** What it is, a sentence. */
    public String what() {
        return what;
    }

    /** What is done first, a sentence or two. */
    public String firstMove() {
        return firstMove;
    }

    /** Whether an account of ours is responded to for it alone; where one shows an attacker, it is anyway. */
    public boolean isOfOwnAccount() {
        return ofOwnAccount;
    }

    /** Whether the money steps are taken. */
    public boolean hasMoneySteps() {
        return moneySteps;
    }
}
