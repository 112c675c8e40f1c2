package dev.cordon.investigation.reconstruction;

import dev.cordon.incident.Party;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the attacker was and since when, and where he had mail sent to. Filled in any order; for one thread. */
final class Presence {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s;,<>\"'=:()\\[\\]{}@]{1,320}@[^\\s;,<>\"'=:()\\[\\]{}@]{1,255}");

    /** A stretch of time. */
    record Stay(Instant from, Instant until) {
        Stay with(Instant at) {
            return new Stay(at.isBefore(from) ? at : from, at.isAfter(until) ? at : until);
        }

        boolean has(Instant at) {
            return !at.isBefore(from) && !at.isAfter(until);
        }

        Stay lingering() {
            return new Stay(from, until.plus(OutgoingMail.LINGERING));
        }
    }

    private final MailboxNames names;
    private final Map<String, Stay> stays = new TreeMap<>();
    private final Map<String, Map<String, Instant>> destinations = new HashMap<>();
    private final Map<String, Party> senders = new HashMap<>();

    Presence(MailboxNames names) {
        this.names = names;
    }

    /** Takes in a row of his. */
    void add(EvidenceRow row) {
        if (row.failed()) {
            return;
        }
        stay(row.actor(), row);
        stay(Names.plain(row.detail().mailbox()), row);
        for (MailAct act : MailActs.of(row, names)) {
            if (act.kind() == MailAct.Kind.FORWARDED) {
                Matcher found = ADDRESS.matcher(act.text());
                while (found.find()) {
                    destinations
                            .computeIfAbsent(Names.plain(found.group()), none -> new HashMap<>())
                            .merge(mailbox(act.mailbox()), row.record().at(), Presence::earlier);
                }
            }
        }
    }

    private void stay(String name, EvidenceRow row) {
        if (name.indexOf('@') > 0) {
            Instant at = row.record().at();
            stays.merge(mailbox(name), new Stay(at, at), (one, other) -> one.with(other.from()));
        }
    }

    /** Notes whose hand a mail was sent by, as a row of the audit log shows; the attacker's stands above every other. */
    void sent(EvidenceRow row, Party party) {
        if (party != Party.UNKNOWN && MailActs.isSending(row) && !row.failed()) {
            row.detail()
                    .mail()
                    .messages()
                    .forEach(message -> senders.merge(
                            Names.plain(message.internetMessageId()),
                            party,
                            (one, other) -> one == Party.ATTACKER ? one : other));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** One name for a mailbox, which may have several. */
    String mailbox(String name) {
        return names.known(Names.plain(name));
    }

    /** Under which addresses its mail is looked for. */
    List<String> addresses(String mailbox) {
        return names.addresses(mailbox);
    }

    Map<String, Stay> stays() {
        return stays;
    }

    /** The mailboxes from which he had mail sent to that address, each with since when. */
    Map<String, Instant> forwardedTo(String address) {
        return destinations.getOrDefault(Names.plain(address), Map.of());
    }

    boolean isForwarded(String mailbox) {
        return destinations.values().stream().anyMatch(from -> from.containsKey(mailbox));
    }

    /** Whose hand sent it; unknown where no row shows that. */
    Party senderOf(String internetMessageId) {
        return senders.getOrDefault(Names.plain(internetMessageId), Party.UNKNOWN);
    }
}
