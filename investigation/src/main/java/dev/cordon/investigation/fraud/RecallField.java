package dev.cordon.investigation.fraud;

import java.util.List;
import java.util.stream.Stream;

/**
 * What banks and the police ask for when money is to be called back.
 *
 * @see <a href="https://www.ic3.gov/">IC3, Financial Fraud Kill Chain</a>
 */
public enum RecallField {
    SUMMARY(Group.CASE, "What happened, in three sentences", Asked.YOURSELF),
    VICTIM_NAME(Group.CASE, "Who paid: the legal name", Asked.FINANCE),
    VICTIM_LOCATION(Group.CASE, "Its address", Asked.FINANCE),
    VICTIM_CONTACT(Group.CASE, "Who can be called there, day and night", Asked.FINANCE),
    ORIGINATING_BANK(Group.ORIGINATOR, "The bank that sent it", Asked.FINANCE),
    ORIGINATING_BANK_COUNTRY(Group.ORIGINATOR, "Its country", Asked.FINANCE),
    ORIGINATING_ACCOUNT(Group.ORIGINATOR, "The account it left", Asked.FINANCE),
    ORIGINATING_BANK_CONTACT(
            Group.ORIGINATOR, "Who was spoken to at that bank, and the number of the case there", Asked.FINANCE),
    BENEFICIARY_NAME(Group.BENEFICIARY, "In whose name the receiving account is", Asked.FINANCE),
    BENEFICIARY_LOCATION(Group.BENEFICIARY, "Its address, where it was given", Asked.FINANCE),
    BENEFICIARY_BANK(Group.BENEFICIARY, "The receiving bank", Asked.FINANCE),
    BENEFICIARY_BANK_COUNTRY(Group.BENEFICIARY, "Its country", Asked.FINANCE),
    BENEFICIARY_BANK_SWIFT(Group.BENEFICIARY, "Its SWIFT code, or routing number", Asked.FINANCE),
    BENEFICIARY_ACCOUNT(Group.BENEFICIARY, "The receiving account, or IBAN", Asked.FINANCE),
    INTERMEDIARY_BANK(Group.BENEFICIARY, "A bank between, with its SWIFT code", Asked.BANK),
    FURTHER_CREDIT(Group.BENEFICIARY, "Further credit: to whom it was to go on", Asked.FINANCE),
    AMOUNT(Group.TRANSFER, "The amount", Asked.FINANCE),
    CURRENCY(Group.TRANSFER, "Its currency", Asked.FINANCE),
    TRANSFERRED_AT(Group.TRANSFER, "When it was sent", Asked.FINANCE),
    TRANSFER_REFERENCE(Group.TRANSFER, "Its reference (SWIFT: UETR or field 20)", Asked.BANK),
    RECALL_STARTED(Group.TRANSFER, "Whether the bank has sent a recall, and when", Asked.BANK),
    FRAUD_FIRST_SEEN(Group.FACTS, "Since when the attacker was there", Asked.YOURSELF),
    FRAUD_MAILS(Group.FACTS, "The mails that asked for it: time, subject, id", Asked.YOURSELF),
    FRAUD_ADDRESSES(Group.FACTS, "The mail addresses that were used", Asked.YOURSELF),
    FRAUD_RECIPIENTS(Group.FACTS, "Who got those mails", Asked.YOURSELF),
    LOOK_ALIKE_DOMAINS(Group.FACTS, "Domains that pretend to be others", Asked.YOURSELF),
    IP_ADDRESSES(Group.FACTS, "The addresses the attacker came from", Asked.YOURSELF),
    HEADERS(Group.FACTS, "The mails with their headers", Asked.YOURSELF);

    /** Parts of the sheet. */
    public enum Group {
        CASE,
        ORIGINATOR,
        BENEFICIARY,
        TRANSFER,
        FACTS
    }

    /** Who knows it. */
    public enum Asked {
        FINANCE,
        BANK,
        YOURSELF
    }

    private final Group group;
    private final String label;
    private final Asked asked;

    RecallField(Group group, String label, Asked asked) {
        this.group = group;
        this.label = label;
        this.asked = asked;
    }

    public Group group() {
        return group;
    }

    /** What stands before it on the sheet. */
    public String label() {
        return label;
    }

    /** Who is asked for it where no data has it. */
    public Asked asked() {
        return asked;
    }

    /** Those of one part, in their order. */
    public static List<RecallField> of(Group group) {
        return Stream.of(values()).filter(field -> field.group == group).toList();
    }
}
