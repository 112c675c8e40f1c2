package dev.cordon.simulator.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail that goes to many.
 *
 * @param at when it was or will be sent, to everybody at once
 * @param urls what its links lead to; those that stand in the body are links of the mail, others its pictures hold
 * @param recipients accounts it goes to
 * @param drawn so many further people, drawn from everybody with a mailbox
 * @param treatments what becomes of it for some recipients; for all others it is delivered to the inbox
 */
public record Campaign(
        String id,
        Kind kind,
        Instant at,
        String sender,
        String senderName,
        String subject,
        String body,
        List<String> urls,
        List<String> attachments,
        List<String> recipients,
        int drawn,
        List<Treatment> treatments,
        List<Click> clicks,
        List<Report> reports) {

    /** Copies the lists, and refuses what makes no sense. */
    public Campaign {
        urls = List.copyOf(urls);
        attachments = List.copyOf(attachments);
        recipients = List.copyOf(recipients);
        treatments = List.copyOf(treatments);
        clicks = List.copyOf(clicks);
        reports = List.copyOf(reports);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a campaign needs an id");
        }
        if (!sender.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("from.address has to be an address");
        }
        if (drawn < 0 || drawn > 20_000) {
            throw new IllegalArgumentException("drawn must lie between 0 and 20000");
        }
        if (recipients.isEmpty() && drawn == 0) {
            throw new IllegalArgumentException("a campaign needs recipients or drawn");
        }
        if (!urls.stream().allMatch(url -> url.startsWith("https://") || url.startsWith("http://"))) {
            throw new IllegalArgumentException("urls have to begin with https:// or http://");
        }
    }

    /** The domain of its sender. */
    public String senderDomain() {
        return sender.substring(sender.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** What the mail is after. */
    public enum Kind {
        CREDENTIAL_PAGE,
        AITM,
        CONSENT,
        DEVICE_CODE,
        MALWARE,
        INFORMATION;

        /** The scenario's word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What becomes of the mail on its way to somebody. */
    public enum Fate {
        /** Into a folder, the inbox unless the scenario says otherwise. */
        DELIVER,
        /** Into the junk folder. */
        JUNK,
        /** Into the organisation's quarantine. */
        QUARANTINE,
        /** Into the inbox, and out of it again by zero-hour auto purge. */
        ZAP,
        /** It never arrives. */
        FAIL,
        /** Into the inbox, and on to somebody else by a rule. */
        FORWARD
    }

    /**
     * What becomes of the mail for one recipient, or for so many of the drawn ones.
     *
     * @param to the recipient; null for {@code drawn} ones
     * @param at when it is taken out again (zap)
     * @param forwardTo the address a rule sends it on to (forward)
     * @param copies how many mails of the campaign he gets, each with an id of its own but the first
     * @param unindexed whether no search finds his copies
     */
    public record Treatment(
            @Nullable String to,
            int drawn,
            Fate fate,
            @Nullable Instant at,
            String folder,
            @Nullable String forwardTo,
            int copies,
            boolean unindexed) {
        /** Refuses what makes no sense. */
        public Treatment {
            if ((to == null) == (drawn == 0) || drawn < 0) {
                throw new IllegalArgumentException("a delivery needs either to or drawn");
            }
            if ((fate == Fate.ZAP) != (at != null)) {
                throw new IllegalArgumentException("at belongs to zap, and zap needs it");
            }
            if ((fate == Fate.FORWARD) != (forwardTo != null)) {
                throw new IllegalArgumentException("forwardTo belongs to forward, and forward needs it");
            }
            if (copies < 1 || copies > 200) {
                throw new IllegalArgumentException("copies must lie between 1 and 200");
            }
        }
    }

    /** Where somebody was when he followed the link. */
    public enum Via {
        EMAIL,
        TEAMS,
        /** On a telephone whose mail program shows links as they are: Safe Links sees nothing. */
        MOBILE,
        /** With a camera: Safe Links sees nothing. */
        QR;

        /** Whether Safe Links sees it. */
        public boolean isSeen() {
            return this == EMAIL || this == TEAMS;
        }
    }

    /**
     * A click.
     *
     * @param clickedThrough what {@code IsClickedThrough} says; null for what follows from the action
     */
    public record Click(
            String user,
            Instant at,
            String url,
            ClickAction action,
            @Nullable Boolean clickedThrough,
            Via via) {
        /** Refuses an action where nothing acts. */
        public Click {
            if (!via.isSeen() && action != ClickAction.ALLOWED) {
                throw new IllegalArgumentException("nothing stops a click via mobile or qr");
            }
        }
    }

    /** When somebody reported the mail to Microsoft. */
    public record Report(String user, Instant at) {}
}
