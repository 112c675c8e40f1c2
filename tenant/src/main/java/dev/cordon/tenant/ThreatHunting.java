package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Microsoft Defender for Office 365 keeps of clicks and mails, a few minutes late. Only a tenant with its Plan 2 has any of it. Questions
 * are typed: no caller writes a query, and no text becomes part of one but as a text in its quotes. Safe for many threads. Permission
 * ThreatHunting.Read.All, and for a person the role Security Reader.
 *
 * <p>Every method is {@link Completeness.Incomplete} where the time asked for begins before what is kept, where there are more than
 * {@link #MOST_ROWS} rows, and where a row could not be understood. It throws {@link TenantException} with
 * {@link Failure.Reason#NOT_LICENSED} where the tenant has no such plan: "nobody clicked" must not be said then.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-security-runhuntingquery">runHuntingQuery</a>
 */
public interface ThreatHunting {
    /** How far the tables go back. */
    Duration KEPT = Duration.ofDays(30);

    /** How late they usually are; nobody promises it. */
    Duration USUALLY_LATE = Duration.ofMinutes(15);

    /** The most rows that one question gives; what is beyond is said to be missing. */
    int MOST_ROWS = 10_000;

    /** The most texts that one list of a question may have. */
    int MOST_TEXTS = 100;

    /** Clicks on links that Safe Links had wrapped, newest first. A link that was copied or scanned from a picture is not among them. */
    Reading<List<UrlClick>> fetchClicks(ClickQuestion question);

    /** Mails as they were delivered, one row for each recipient, newest first. */
    Reading<List<DeliveredMail>> fetchMails(MailQuestion question);

    /** What became of mails after they were delivered, by Microsoft (ZAP) or by an administrator, newest first. */
    Reading<List<PostDelivery>> fetchPostDelivery(MailQuestion question);

    /**
     * Which clicks. A list that is empty leaves its restriction out; of one that is not, any text will do; and all lists must be met. One of
     * them has a text.
     *
     * @param urls addresses: a click on one that contains such a text, in whatever case
     * @param domains names of hosts: a click on one of them or on a host below it
     * @param networkMessageIds the mails in which the links stood
     * @param users who clicked, by sign-in name
     * @param from the first moment
     * @param until the last moment, after {@code from}
     */
    record ClickQuestion(
            List<String> urls,
            List<String> domains,
            List<String> networkMessageIds,
            List<String> users,
            Instant from,
            Instant until) {
        public ClickQuestion {
            urls = requireTexts(urls);
            domains = requireTexts(domains);
            networkMessageIds = requireTexts(networkMessageIds);
            users = requireTexts(users);
            requireAny(urls, domains, networkMessageIds, users);
            Searched.requireTime(from, until);
        }

        /** Everybody's clicks on an address. */
        public static ClickQuestion onUrl(String url, Instant from, Instant until) {
            return new ClickQuestion(List.of(url), List.of(), List.of(), List.of(), from, until);
        }

        /** Everybody's clicks on a host and what lies below it. */
        public static ClickQuestion onDomain(String domain, Instant from, Instant until) {
            return new ClickQuestion(List.of(), List.of(domain), List.of(), List.of(), from, until);
        }

        /** Everybody's clicks in these mails. */
        public static ClickQuestion inMails(List<String> networkMessageIds, Instant from, Instant until) {
            return new ClickQuestion(List.of(), List.of(), networkMessageIds, List.of(), from, until);
        }

        /** Somebody's clicks. */
        public static ClickQuestion by(String user, Instant from, Instant until) {
            return new ClickQuestion(List.of(), List.of(), List.of(), List.of(user), from, until);
        }
    }

    /**
     * Which mails. A list that is empty leaves its restriction out; of one that is not, any text will do; and all lists must be met. One of
     * them has a text.
     *
     * @param senders addresses that the mail shows as its sender's or that the envelope has
     * @param subjects whole subjects
     * @param internetMessageIds as the header has them, in their angle brackets
     * @param networkMessageIds Microsoft's own, the same in every copy
     * @param recipients addresses
     * @param from the first moment
     * @param until the last moment, after {@code from}
     */
    record MailQuestion(
            List<String> senders,
            List<String> subjects,
            List<String> internetMessageIds,
            List<String> networkMessageIds,
            List<String> recipients,
            Instant from,
            Instant until) {
        public MailQuestion {
            senders = requireTexts(senders);
            subjects = requireTexts(subjects);
            internetMessageIds = requireTexts(internetMessageIds);
            networkMessageIds = requireTexts(networkMessageIds);
            recipients = requireTexts(recipients);
            requireAny(senders, subjects, internetMessageIds, networkMessageIds, recipients);
            Searched.requireTime(from, until);
        }

        /** What a sender sent. */
        public static MailQuestion from(String sender, Instant from, Instant until) {
            return new MailQuestion(List.of(sender), List.of(), List.of(), List.of(), List.of(), from, until);
        }

        /** What a sender sent under a subject. */
        public static MailQuestion from(String sender, String subject, Instant from, Instant until) {
            return new MailQuestion(List.of(sender), List.of(subject), List.of(), List.of(), List.of(), from, until);
        }

        /** Every recipient's copy of a mail. */
        public static MailQuestion ofMessage(String internetMessageId, Instant from, Instant until) {
            return new MailQuestion(
                    List.of(), List.of(), List.of(internetMessageId), List.of(), List.of(), from, until);
        }

        /** Every recipient's copy of these mails. */
        public static MailQuestion ofNetworkMessages(List<String> networkMessageIds, Instant from, Instant until) {
            return new MailQuestion(List.of(), List.of(), List.of(), networkMessageIds, List.of(), from, until);
        }
    }

    private static List<String> requireTexts(List<String> texts) {
        if (texts.size() > MOST_TEXTS) {
            throw new IllegalArgumentException("More than " + MOST_TEXTS + " texts in one question");
        }
        return Searched.texts(texts);
    }

    @SafeVarargs
    private static void requireAny(List<String>... lists) {
        for (List<String> list : lists) {
            if (!list.isEmpty()) {
                return;
            }
        }
        throw new IllegalArgumentException("The question has no restriction");
    }

    /**
     * A click. Texts are untrusted, the addresses above all.
     *
     * @param at when
     * @param user who clicked, by sign-in name; empty text where the row names nobody
     * @param url the address that was clicked, unwrapped
     * @param action what Safe Links did
     * @param actionText the same in Microsoft's word
     * @param clickedThrough whether the user went on past a warning, or was let through; empty where the row does not say
     * @param workload Email, Office or Teams
     * @param networkMessageId the mail it stood in; empty text where it stood in none
     * @param ipAddress from where; empty text where the row has none
     * @param urlChain the addresses the click was led over, as Microsoft writes them; empty text where the row has none
     */
    record UrlClick(
            Instant at,
            String user,
            String url,
            ClickAction action,
            String actionText,
            Optional<Boolean> clickedThrough,
            String workload,
            String networkMessageId,
            String ipAddress,
            String urlChain) {
        public UrlClick {
            requireNonNull(at, "at is null");
            requireNonNull(user, "user is null");
            requireNonNull(url, "url is null");
            requireNonNull(action, "action is null");
            requireNonNull(actionText, "actionText is null");
            requireNonNull(clickedThrough, "clickedThrough is null");
            requireNonNull(workload, "workload is null");
            requireNonNull(networkMessageId, "networkMessageId is null");
            requireNonNull(ipAddress, "ipAddress is null");
            requireNonNull(urlChain, "urlChain is null");
        }
    }

    /** What Safe Links did with a click. */
    enum ClickAction {
        CLICK_ALLOWED,
        CLICK_BLOCKED,
        CLICK_BLOCKED_BY_TENANT_POLICY,
        URL_ERROR_PAGE,
        URL_SCAN_IN_PROGRESS,
        /** A word that we do not know, or none; it stands beside. */
        OTHER
    }

    /**
     * A mail as it was delivered to one recipient. Texts are untrusted.
     *
     * @param at when it was processed
     * @param networkMessageId Microsoft's id of it, the same for every recipient
     * @param internetMessageId as its header has it
     * @param sender the address it shows as its sender's
     * @param envelopeSender the address its envelope has
     * @param recipient whose copy
     * @param subject its subject
     * @param action what was done with it
     * @param actionText the same in Microsoft's word
     * @param location where it was put, in Microsoft's words: Inbox/folder, Junk folder, Quarantine, Deleted items, Failed, Dropped …
     * @param latestLocation where it is by the newest row; empty text where the row does not say
     * @param threats what it was found to be (Phish, Malware, Spam), in Microsoft's words
     */
    record DeliveredMail(
            Instant at,
            String networkMessageId,
            String internetMessageId,
            String sender,
            String envelopeSender,
            String recipient,
            String subject,
            DeliveryAction action,
            String actionText,
            String location,
            String latestLocation,
            String threats) {
        public DeliveredMail {
            requireNonNull(at, "at is null");
            requireNonNull(networkMessageId, "networkMessageId is null");
            requireNonNull(internetMessageId, "internetMessageId is null");
            requireNonNull(sender, "sender is null");
            requireNonNull(envelopeSender, "envelopeSender is null");
            requireNonNull(recipient, "recipient is null");
            requireNonNull(subject, "subject is null");
            requireNonNull(action, "action is null");
            requireNonNull(actionText, "actionText is null");
            requireNonNull(location, "location is null");
            requireNonNull(latestLocation, "latestLocation is null");
            requireNonNull(threats, "threats is null");
        }
    }

    /** What was done with a mail when it came. */
    enum DeliveryAction {
        DELIVERED,
        /** Delivered to the junk folder. */
        JUNKED,
        BLOCKED,
        REPLACED,
        /** A word that we do not know, or none; it stands beside. */
        OTHER
    }

    /**
     * What was done with a recipient's copy after it was delivered. Texts are untrusted.
     *
     * @param at when
     * @param networkMessageId Microsoft's id of the mail
     * @param internetMessageId as its header has it
     * @param recipient whose copy
     * @param cause why it was touched
     * @param causeText the same in Microsoft's word, for example Phish ZAP
     * @param action what was done, in Microsoft's words: Moved to quarantine, Soft deleted …
     * @param succeeded whether it was done; empty where the row does not say
     * @param location where the copy is since, in Microsoft's words
     */
    record PostDelivery(
            Instant at,
            String networkMessageId,
            String internetMessageId,
            String recipient,
            Cause cause,
            String causeText,
            String action,
            Optional<Boolean> succeeded,
            String location) {
        public PostDelivery {
            requireNonNull(at, "at is null");
            requireNonNull(networkMessageId, "networkMessageId is null");
            requireNonNull(internetMessageId, "internetMessageId is null");
            requireNonNull(recipient, "recipient is null");
            requireNonNull(cause, "cause is null");
            requireNonNull(causeText, "causeText is null");
            requireNonNull(action, "action is null");
            requireNonNull(succeeded, "succeeded is null");
            requireNonNull(location, "location is null");
        }
    }

    /** Why a delivered mail was touched. */
    enum Cause {
        /** Microsoft's own filter thought again: zero-hour auto purge. */
        ZAP,
        /** An administrator, or a tool of his. */
        ADMINISTRATOR,
        /** Something else, or nothing that we know; it stands beside. */
        OTHER
    }
}
