package dev.cordon.simulator.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one fraud by mail is about; the mails themselves name it.
 *
 * @param id the scenario's own name for it
 * @param account whose account the attacker writes from; null where none of ours is touched
 * @param impersonates addresses of those whose word it is said to be
 */
public record FraudCampaign(
        String id,
        Kind kind,
        @Nullable String account,
        List<String> impersonates,
        List<LookAlike> lookAlikes,
        List<BankAccount> bankAccounts,
        List<Payment> payments) {

    /** Copies the lists, and refuses two accounts of one name. */
    public FraudCampaign {
        impersonates = List.copyOf(impersonates);
        lookAlikes = List.copyOf(lookAlikes);
        bankAccounts = List.copyOf(bankAccounts);
        payments = List.copyOf(payments);
        if (bankAccounts.stream().map(BankAccount::id).distinct().count() < bankAccounts.size()) {
            throw new IllegalArgumentException("two bank accounts have the same id");
        }
        for (var payment : payments) {
            if (bankAccounts.stream().noneMatch(known -> known.id().equals(payment.account()))) {
                throw new IllegalArgumentException("'" + payment.account() + "' is no bank account of this fraud");
            }
        }
    }

    /** Its kind. */
    public enum Kind {
        INVOICE_REDIRECT,
        VENDOR_MAILBOX,
        PAYROLL,
        GIFT_CARDS,
        EXECUTIVE_SPOOF
    }

    /** A domain that is taken for another. */
    public record LookAlike(
            String domain, String imitates, @Nullable Instant registered) {}

    /** Where the money is to go. */
    public record BankAccount(String id, String holder, String bank, String country, String iban, String swift) {
        /** Refuses what can be found in no text. */
        public BankAccount {
            if (compact(iban).length() < 8) {
                throw new IllegalArgumentException("an iban has at least eight letters and digits");
            }
        }

        /** Whether a text names it, however it is spaced. */
        public boolean isIn(String text) {
            return compact(text).contains(compact(iban));
        }

        private static String compact(String text) {
            return text.replaceAll("[\\s.\u00a0-]", "");
        }
    }

    /** Money that went there. {@code payer} is who paid, an address or a name. */
    public record Payment(Instant at, String amount, String currency, String account, String payer, String reference) {}
}
