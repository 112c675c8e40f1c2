package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.BlockStanding;
import dev.cordon.incident.ClickResult;
import dev.cordon.incident.DeliveryResult;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A fact about the incident that performers and use cases record themselves. */
public sealed interface CaseEntry extends JournalEntry {
    /**
     * The first entry of every incident.
     */
    record IncidentOpened(Incident incident) implements CaseEntry {
        public IncidentOpened {
            requireNonNull(incident, "incident is null");
        }
    }

    /**
     * An object was met and judged. Meeting it again replaces the judgement; meeting it after it was gone makes it undecided again.
     *
     * @param name its name in the tenant
     * @param reasons why it was judged so
     * @param exhibit its sealed copy
     */
    record ItemFound(
            StepId step, ItemKey key, String name, Verdict verdict, List<String> reasons, Optional<ExhibitId> exhibit)
            implements CaseEntry {
        public ItemFound {
            requireNonNull(step, "step is null");
            requireNonNull(key, "key is null");
            requireNonNull(name, "name is null");
            requireNonNull(verdict, "verdict is null");
            requireNonNull(reasons, "reasons is null");
            requireNonNull(exhibit, "exhibit is null");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What an object was like when it was met: the same object with another digest was changed since.
     *
     * @param digest of what it does, made in the same way every time
     */
    record ItemSeen(ItemKey key, String digest) implements CaseEntry {
        public ItemSeen {
            requireNonNull(key, "key is null");
            requireNonNull(digest, "digest is null");
        }
    }

    /**
     * Keep or remove was decided.
     *
     * @param by who decided
     */
    record ItemDecided(ItemKey key, ItemDecision decision, Actor by, String because) implements CaseEntry {
        public ItemDecided {
            requireNonNull(key, "key is null");
            requireNonNull(decision, "decision is null");
            requireNonNull(by, "by is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * What became of an item, as read back.
     */
    record ItemConcluded(ItemKey key, ItemOutcome outcome, String detail) implements CaseEntry {
        public ItemConcluded {
            requireNonNull(key, "key is null");
            requireNonNull(outcome, "outcome is null");
            requireNonNull(detail, "detail is null");
        }
    }

    /**
     * After an item was gone, another object of its kind and name was met: it came back under an id of its own.
     *
     * @param gone the item that was gone
     * @param as the object that is there now
     */
    record ItemCameBack(ItemKey gone, ItemKey as) implements CaseEntry {
        public ItemCameBack {
            requireNonNull(gone, "gone is null");
            requireNonNull(as, "as is null");
        }
    }

    /**
     * An item that was removed or disabled is there again because a person wanted it, as read back. The proof stands beside this entry.
     *
     * @param as the object that is there now; the item itself where it has its old id
     * @param before the sealed copy it was compared with
     * @param differs the fields in which it is not what the copy shows
     * @param unequal those among them that a client can set: it was given back in part; empty where it is all there
     * @param detail how that came about
     */
    record ItemGivenBack(
            ItemKey key, ItemKey as, ExhibitId before, List<String> differs, List<String> unequal, String detail)
            implements CaseEntry {
        public ItemGivenBack {
            requireNonNull(key, "key is null");
            requireNonNull(as, "as is null");
            requireNonNull(before, "before is null");
            requireNonNull(differs, "differs is null");
            requireNonNull(detail, "detail is null");
            differs = List.copyOf(differs);
            unequal = List.copyOf(unequal);
        }
    }

    /**
     * Something was read back.
     */
    record ProofRead(StepId step, Proof proof) implements CaseEntry {
        public ProofRead {
            requireNonNull(step, "step is null");
            requireNonNull(proof, "proof is null");
        }
    }

    /**
     * The incident stands somewhere else now.
     */
    record StateChanged(IncidentState from, IncidentState to, String because) implements CaseEntry {
        public StateChanged {
            requireNonNull(from, "from is null");
            requireNonNull(to, "to is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * The procedure was not followed as written, and somebody answers for it.
     */
    record Deviation(String what, String who, String because) implements CaseEntry {
        public Deviation {
            requireNonNull(what, "what is null");
            requireNonNull(who, "who is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * When the mailbox had last been changed, by its own account of it, as it was read before the first of our changes.
     *
     * @param at tenant time
     */
    record MailboxChanged(Instant at) implements CaseEntry {
        public MailboxChanged {
            requireNonNull(at, "at is null");
        }
    }

    /**
     * Something that only people can do or confirm.
     *
     * @param id names the task within the incident; opening it again replaces its text
     * @param who whose task it is
     * @param urgent whether the attacker may be able to go on until it is done
     */
    record TaskOpened(String id, String text, String who, boolean urgent) implements CaseEntry {
        public TaskOpened {
            requireNonNull(id, "id is null");
            requireNonNull(text, "text is null");
            requireNonNull(who, "who is null");
        }
    }

    /**
     * A task is done or no longer needed.
     */
    record TaskClosed(String id, String because) implements CaseEntry {
        public TaskClosed {
            requireNonNull(id, "id is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * The tenant will be looked at again.
     *
     * @param name names the re-check within the incident
     * @param dueAt tenant time
     */
    record RecheckScheduled(String name, Instant dueAt) implements CaseEntry {
        public RecheckScheduled {
            requireNonNull(name, "name is null");
            requireNonNull(dueAt, "dueAt is null");
        }
    }

    /**
     * A re-check was carried out.
     *
     * @param clean whether everything was still as it should be
     */
    record RecheckDone(String name, boolean clean, String detail) implements CaseEntry {
        public RecheckDone {
            requireNonNull(name, "name is null");
            requireNonNull(detail, "detail is null");
        }
    }

    /**
     * Until when an old token could still work.
     *
     * @param until tenant time
     * @param channels where it could work
     */
    record ResidualAccess(Instant until, List<String> channels) implements CaseEntry {
        public ResidualAccess {
            requireNonNull(until, "until is null");
            requireNonNull(channels, "channels is null");
            channels = List.copyOf(channels);
        }
    }

    /**
     * Until when a log is complete.
     *
     * @param through tenant time
     */
    record LogsThrough(String source, Instant through) implements CaseEntry {
        public LogsThrough {
            requireNonNull(source, "source is null");
            requireNonNull(through, "through is null");
        }
    }

    /**
     * A measured span.
     *
     * @param name for example {@code contained}
     * @param ms wall time
     */
    record TimingMeasured(String name, long ms) implements CaseEntry {
        public TimingMeasured {
            requireNonNull(name, "name is null");
        }
    }

    /**
     * Another incident belongs to the same attack, or is worked on together with this one.
     *
     * @param because what links them
     */
    record IncidentLinked(IncidentId other, String because) implements CaseEntry {
        public IncidentLinked {
            requireNonNull(other, "other is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * A log shows that somebody who is neither the user nor we changed the account, and not from the attacker's address: a security team, an
     * automatism of Microsoft's, a colleague. Texts are untrusted.
     *
     * @param source the log, as in {@link LogsThrough}, or {@code unifiedAudit}
     * @param event the row's id there
     * @param when when it was done
     * @param who who did it, as the log names him
     * @param what what was done
     */
    record ActedByOther(String source, String event, Instant when, String who, String what) implements CaseEntry {
        public ActedByOther {
            requireNonNull(source, "source is null");
            requireNonNull(event, "event is null");
            requireNonNull(when, "when is null");
            requireNonNull(who, "who is null");
            requireNonNull(what, "what is null");
        }
    }

    /**
     * A person's note.
     */
    record NoteAdded(String text) implements CaseEntry {
        public NoteAdded {
            requireNonNull(text, "text is null");
        }
    }

    /**
     * A file that a person brought was sealed and read. {@code rows} = {@code unique} + {@code duplicates} + {@code unreadable}.
     *
     * @param exhibit the sealed file
     * @param kind what it is: {@code audit-log}, {@code sign-ins} or {@code file}
     * @param unique rows that are kept
     * @param duplicates rows that the incident had already
     * @param unreadable rows of which no record could be made
     * @param isFollowed whether the file says itself that another page follows, which is not in it
     */
    record EvidenceImported(
            ExhibitId exhibit,
            String kind,
            long rows,
            long unique,
            long duplicates,
            long unreadable,
            boolean isFollowed)
            implements CaseEntry {
        /** Of a file that does not say that more follows. */
        public EvidenceImported(
                ExhibitId exhibit, String kind, long rows, long unique, long duplicates, long unreadable) {
            this(exhibit, kind, rows, unique, duplicates, unreadable, false);
        }

        public EvidenceImported {
            requireNonNull(exhibit, "exhibit is null");
            requireNonNull(kind, "kind is null");
            if (rows != unique + duplicates + unreadable) {
                throw new IllegalArgumentException("rows are not the sum of what became of them: " + rows);
            }
        }
    }

    /**
     * A person said whose an address, a session or a device in the rows of logs is. It stands above everything that is reckoned; of two about
     * the same, the later holds.
     *
     * @param of what it is about
     * @param value which, in the spelling in which the same is always equal; untrusted
     * @param to whose it is
     * @param because why
     */
    record Attributed(TraceKind of, String value, Party to, String because) implements CaseEntry {
        public Attributed {
            requireNonNull(of, "of is null");
            requireNonNull(value, "value is null");
            requireNonNull(to, "to is null");
            requireNonNull(because, "because is null");
            if (value.isBlank() || because.isBlank()) {
                throw new IllegalArgumentException("value or because is blank: " + value);
            }
        }
    }

    /**
     * Something was not asked as it was wanted when logs were collected.
     *
     * @param text what and why, a sentence; it may name things of the tenant: untrusted text
     */
    record CollectionNoted(String text) implements CaseEntry {
        public CollectionNoted {
            requireNonNull(text, "text is null");
        }
    }

    /**
     * As whom Cordon came to the tenant, by its own access token, so that the tenant's logs can be read for what it did itself. Texts are empty
     * where the token did not tell.
     *
     * @param tenant the tenant by the name it is configured under
     * @param name the person's sign-in name, or the application's client id
     * @param objectId the person's object id, or that of the application's service principal
     */
    record SignedInAs(Kind kind, String tenant, String name, String objectId) implements CaseEntry {
        public SignedInAs {
            requireNonNull(kind, "kind is null");
            requireNonNull(tenant, "tenant is null");
            requireNonNull(name, "name is null");
            requireNonNull(objectId, "objectId is null");
            if ((kind == Kind.UNKNOWN) != (name.isBlank() && objectId.isBlank())) {
                throw new IllegalArgumentException("what is named is of no kind, or the other way round: " + kind);
            }
        }

        /** What is signed in. */
        public enum Kind {
            ADMINISTRATOR,
            APPLICATION,
            /** The token did not tell. */
            UNKNOWN
        }
    }

    /**
     * A round of reading a log began.
     *
     * @param source which log over which channel, for example {@code audit-log-search}
     * @param of whose rows: untrusted text
     * @param round which round, from 1
     * @param from the first moment asked for, tenant time
     * @param until the last moment asked for, tenant time
     */
    record CollectionBegan(String source, String of, int round, Instant from, Instant until) implements CaseEntry {
        public CollectionBegan {
            requireNonNull(source, "source is null");
            requireNonNull(of, "of is null");
            requireNonNull(from, "from is null");
            requireNonNull(until, "until is null");
        }
    }

    /**
     * A round of reading a log ended. The counts are of all its rounds.
     *
     * @param source which log over which channel
     * @param of whose rows: untrusted text
     * @param round which round, from 1
     * @param from from when on rows were wanted, tenant time
     * @param until until when
     * @param through until when no row is missing that the log can still bring; empty when nobody can say
     * @param rows how many rows were given, as often as they were given
     * @param different how many different ones
     * @param unreadable of how many no record could be made, as often as they were given
     * @param outcome how it ended
     * @param reason what is missing and why; empty where nothing is
     * @param againAt when it is asked again, tenant time
     * @param bounded whether a bound that somebody set left out what is there to be asked for; entries of an earlier time do not say it
     */
    record CollectionEnded(
            String source,
            String of,
            int round,
            Instant from,
            Instant until,
            Optional<Instant> through,
            long rows,
            long different,
            long unreadable,
            CollectionOutcome outcome,
            String reason,
            Optional<Instant> againAt,
            boolean bounded)
            implements CaseEntry {
        /** One that no bound cut short. */
        public CollectionEnded(
                String source,
                String of,
                int round,
                Instant from,
                Instant until,
                Optional<Instant> through,
                long rows,
                long different,
                long unreadable,
                CollectionOutcome outcome,
                String reason,
                Optional<Instant> againAt) {
            this(source, of, round, from, until, through, rows, different, unreadable, outcome, reason, againAt, false);
        }

        public CollectionEnded {
            requireNonNull(source, "source is null");
            requireNonNull(of, "of is null");
            requireNonNull(from, "from is null");
            requireNonNull(until, "until is null");
            requireNonNull(through, "through is null");
            requireNonNull(outcome, "outcome is null");
            requireNonNull(reason, "reason is null");
            requireNonNull(againAt, "againAt is null");
        }
    }

    /**
     * A report was written; it carries these heads as anchors.
     *
     * @param paths format to absolute path
     */
    record ReportWritten(Map<String, String> paths, ChainHead journalHead, ChainHead custodyHead) implements CaseEntry {
        public ReportWritten {
            requireNonNull(paths, "paths is null");
            requireNonNull(journalHead, "journalHead is null");
            requireNonNull(custodyHead, "custodyHead is null");
            paths = Map.copyOf(paths);
        }
    }

    /**
     * A message was drafted; it is people who send it.
     *
     * @param audience for example {@code manager}
     */
    record DraftWritten(String audience, String subject, String text) implements CaseEntry {
        public DraftWritten {
            requireNonNull(audience, "audience is null");
            requireNonNull(subject, "subject is null");
            requireNonNull(text, "text is null");
        }
    }

    /**
     * A one-time pass was made for the user; its text is nowhere.
     *
     * @param pass the pass among the account's authentication methods
     * @param usableUntil until when it works, tenant time
     */
    record PassIssued(ItemKey pass, Instant usableUntil) implements CaseEntry {
        public PassIssued {
            requireNonNull(pass, "pass is null");
            requireNonNull(usableUntil, "usableUntil is null");
        }
    }

    /**
     * The account was given back to its user: what changes from then on may be his doing.
     *
     * @param since from when on, tenant time: before anything was done that lets him in
     * @param how what lets him in
     */
    record AccessGivenBack(Instant since, String how) implements CaseEntry {
        public AccessGivenBack {
            requireNonNull(since, "since is null");
            requireNonNull(how, "how is null");
        }
    }

    /**
     * The tenant's clock held against this machine's, by the answer with the shortest round trip. The only place where both are compared.
     *
     * @param tenant the tenant's clock, cut to the second
     * @param sent this machine's clock when the request left
     * @param arrived this machine's clock when the answer was there
     */
    record ClockCompared(Instant tenant, Instant sent, Instant arrived) implements CaseEntry {
        public ClockCompared {
            requireNonNull(tenant, "tenant is null");
            requireNonNull(sent, "sent is null");
            requireNonNull(arrived, "arrived is null");
            if (arrived.isBefore(sent)) {
                throw new IllegalArgumentException("it arrived before it was sent");
            }
        }

        /** How far the tenant's clock was ahead of this machine's, as near as this tells; negative where it was behind. */
        public Duration offset() {
            Duration least = Duration.between(arrived, tenant);
            return least.plus(uncertainty());
        }

        /** How much it may have been more or less: half of the second that was cut off, and half of the round trip. */
        public Duration uncertainty() {
            return Duration.between(sent, arrived).plusSeconds(1).dividedBy(2);
        }

        /** Both on one line, in seconds. */
        public String text() {
            return String.format(
                    Locale.ROOT, "%+.3f s, give or take %.3f s", seconds(offset()), seconds(uncertainty()));
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }
    }

    /** A fact about a mail that went round and the clicks on it. Texts are untrusted. */
    sealed interface OfCampaign extends CaseEntry {
        /**
         * Somebody was asked about the mail or the click, or said it unasked. Of two about the same, the later holds.
         *
         * @param user about whose click, as the answers name him; empty text where it is about the mail
         * @param question what was asked, by its name in the answers file
         * @param answer what was answered; {@code unknown} where he does not know
         * @param source who said it where: a file, the terminal
         */
        record Answered(String user, String question, String answer, String source) implements OfCampaign {
            public Answered {
                requireNonNull(user, "user is null");
                requireNonNull(question, "question is null");
                requireNonNull(answer, "answer is null");
                requireNonNull(source, "source is null");
            }
        }

        /**
         * By what the mail is told from all others.
         *
         * @param marks what is known of it, by name: {@code sender}, {@code subject}, {@code url}, {@code message-id} and so on, each with all
         *     that it is known to be
         */
        record LureDescribed(Map<String, List<String>> marks) implements OfCampaign {
            public LureDescribed {
                Map<String, List<String>> copy = new TreeMap<>();
                marks.forEach((name, values) -> copy.put(name, List.copyOf(values)));
                marks = Collections.unmodifiableMap(copy);
            }
        }

        /**
         * Somebody was sent the mail.
         *
         * @param recipient his address
         * @param message the mail's internet message id; empty text where no source says it
         * @param delivery where it got to
         * @param at when it was received, tenant time
         * @param source which log says it
         */
        record MailFound(String recipient, String message, DeliveryResult delivery, Optional<Instant> at, String source)
                implements OfCampaign {
            public MailFound {
                requireNonNull(recipient, "recipient is null");
                requireNonNull(message, "message is null");
                requireNonNull(delivery, "delivery is null");
                requireNonNull(at, "at is null");
                requireNonNull(source, "source is null");
            }
        }

        /**
         * Whether somebody reached the page was judged. Judging him again replaces it.
         *
         * @param user his sign-in name, or the address by which a log names him
         * @param result what came of it
         * @param variant what kind of lure it is for him, a word
         * @param clickedAt when he clicked first, tenant time; empty where no log has a click of his
         * @param reasons why, each with its source and its age
         */
        record ClickJudged(
                String user, ClickResult result, String variant, Optional<Instant> clickedAt, List<String> reasons)
                implements OfCampaign {
            public ClickJudged {
                requireNonNull(user, "user is null");
                requireNonNull(result, "result is null");
                requireNonNull(variant, "variant is null");
                requireNonNull(clickedAt, "clickedAt is null");
                reasons = List.copyOf(reasons);
            }
        }

        /**
         * How a sender, a domain or an address stands on the tenant's list. Of two about the same, the later holds.
         *
         * @param list the list: {@code sender} or {@code url}
         * @param value as the list spells it
         * @param standing how it stands
         * @param until when the block ends by itself, tenant time; empty for never, or where it does not block
         * @param because why it stands so, a sentence or two
         */
        record Listed(String list, String value, BlockStanding standing, Optional<Instant> until, String because)
                implements OfCampaign {
            public Listed {
                requireNonNull(list, "list is null");
                requireNonNull(value, "value is null");
                requireNonNull(standing, "standing is null");
                requireNonNull(until, "until is null");
                requireNonNull(because, "because is null");
            }
        }

        /**
         * A source could not be looked at, or not to its end.
         *
         * @param source which
         * @param because why, a sentence; empty text where it was read to its end after all
         */
        record NotSeen(String source, String because) implements OfCampaign {
            public NotSeen {
                requireNonNull(source, "source is null");
                requireNonNull(because, "because is null");
            }
        }
    }
}
