package dev.cordon.investigation.review;

import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.lines.MailDomains;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.review.Whereabouts.Visit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through rows of logs for what a person should know. It takes any number of rows, holds only those that matter, and says where they were
 * more than it holds. The same rows give the same findings in whatever order they come and however often. For one thread.
 */
public final class Review {
    /** Of so many rows the changes are held. A busy organisation makes some thousand in a year. */
    private static final int MOST_CHANGES = 200_000;

    private static final int MOST_OPERATIONS = 10_000;

    private final Map<String, Known> known = new HashMap<>();
    private final Foremost<Place, List<Change>> changes;
    private final Set<String> actors = new HashSet<>();
    private final Set<String> domains = new TreeSet<>();
    private final SignIns signIns = new SignIns();
    private final MailAccesses accesses = new MailAccesses();
    private final Organisation organisation;
    private final OrganisationFacts facts;

    /** A review that learns from the rows alone which domains are the organisation's own. */
    public Review() {
        this(Organisation.ofDomains(), OrganisationFacts.NONE);
    }

    /** A review for an organisation and what it says of itself; its domains are learnt only where none of them is known. */
    public Review(Organisation organisation, OrganisationFacts facts) {
        this(organisation, facts, MOST_CHANGES);
    }

    /** @param mostChanges of so many rows the changes are held */
    Review(Organisation organisation, OrganisationFacts facts, int mostChanges) {
        this.organisation = organisation;
        this.facts = facts;
        this.changes = new Foremost<>(Place.LATEST_FIRST, Review::fuller, mostChanges);
        domains.addAll(organisation.domains());
    }

    /** An operation, and how its rows are read; nothing where they do not matter. */
    private record Known(String plain, @Nullable Function<Row, List<Change>> reader) {
        static Known of(String operation) {
            String plain = Row.plain(operation);
            return new Known(plain, Operations.reader(plain).orElse(null));
        }
    }

    /**
     * Where a row stands. A row that comes twice may say the fraction of its second once only.
     *
     * @param key its log and its id there
     */
    private record Place(Instant second, String key) {
        static final Comparator<Place> LATEST_FIRST =
                Comparator.comparing(Place::second).reversed().thenComparing(Place::key);

        static Place of(Row row) {
            LogRecord record = row.record();
            return new Place(record.at().truncatedTo(ChronoUnit.SECONDS), record.log() + " " + record.id());
        }
    }

    /** What a row was. */
    public enum Taken {
        /** Something that is looked at. */
        MATTERS,
        /** The service's own doing. */
        HOUSEKEEPING,
        /** Nothing that is looked at. */
        OTHER
    }

    /**
     * What was found.
     *
     * @param findings the worst first
     * @param domains the organisation's own domains, as the rows show them; mail to others is taken for mail to the outside
     * @param notRead what was more than is held, sentences
     */
    public record Reviewed(List<ReviewFinding> findings, List<String> domains, List<String> notRead) {
        public Reviewed {
            findings = List.copyOf(findings);
            domains = List.copyOf(domains);
            notRead = List.copyOf(notRead);
        }
    }

    /** Takes one row; {@code detail} is asked only where it matters, and not after this returns. */
    public Taken take(LogRecord row, Supplier<RowDetail> detail) {
        Known operation = known(row.operation());
        if (row.log() == LogRecord.Log.MESSAGE_TRACE
                || row.log() == LogRecord.Log.RISK_DETECTIONS
                || row.log() == LogRecord.Log.ALERTS) {
            return Taken.OTHER;
        }
        learnDomain(row);
        if (SignIns.isOne(row, operation.plain)) {
            signIns.take(row, operation.plain, detail);
            return Taken.MATTERS;
        }
        if (operation.plain.equals(MailAccesses.OPERATION)) {
            accesses.take(row, detail.get());
            return Taken.MATTERS;
        }
        return operation.reader == null
                ? Taken.OTHER
                : change(new Row(row, detail.get(), operation.plain), operation.reader);
    }

    private Known known(String operation) {
        Known there = known.get(operation);
        if (there == null) {
            there = Known.of(operation);
            if (known.size() < MOST_OPERATIONS) {
                known.put(operation, there);
            }
        }
        return there;
    }

    private Taken change(Row row, Function<Row, List<Change>> reader) {
        if (Housekeeping.isIt(row)) {
            return Taken.HOUSEKEEPING;
        }
        List<Change> read = reader.apply(row);
        if (read.isEmpty()) {
            return Taken.OTHER;
        }
        // Of a row that comes twice the fuller one counts, whichever came first.
        changes.put(Place.of(row), read);
        return Taken.MATTERS;
    }

    /** Of each row once, the latest first. A row that contradicts itself in its time may stand at two places. */
    private List<Change> changes() {
        Map<String, List<Change>> once = new LinkedHashMap<>();
        changes.byKey().forEach((place, read) -> once.merge(place.key, read, Review::fuller));
        return once.values().stream().flatMap(List::stream).toList();
    }

    private static List<Change> fuller(List<Change> one, List<Change> other) {
        String first = one.toString();
        String second = other.toString();
        int order = first.length() == second.length()
                ? second.compareTo(first)
                : Integer.compare(first.length(), second.length());
        return order >= 0 ? one : other;
    }

    /** Only who works in a mailbox has it here; a guest signs in under the address of his home. */
    private void learnDomain(LogRecord row) {
        String actor = row.actor();
        int at = actor.lastIndexOf('@');
        // A partner's administrator works here too, under the name he has at home.
        if (organisation.domains().isEmpty()
                && at > 0
                && row.workload().equals("Exchange")
                && domains.size() < MOST_OPERATIONS
                && (actors.size() >= MOST_OPERATIONS || actors.add(actor))) {
            String name = actor.toLowerCase(Locale.ROOT);
            String domain = name.substring(at + 1);
            if (!name.contains("#ext#")
                    && name.matches("[^\\s\\\\/]+@[a-z0-9.-]+\\.[a-z0-9-]+")
                    && !MailDomains.isAnybodys(domain)) {
                domains.add(domain);
            }
        }
    }

    /** Everything that was found in the rows taken so far; who works where, these rows tell. */
    public Reviewed finish() {
        List<Spray> sprays = Spray.in(signIns);
        return finish(sprays, whereabouts(sprays));
    }

    /** The same where the sign-ins were judged beside: who works where, and where an attacker was, they tell. */
    public Reviewed finish(Whereabouts whereabouts) {
        return finish(Spray.in(signIns), whereabouts);
    }

    private Whereabouts whereabouts(List<Spray> sprays) {
        List<Visit> visits = Stream.concat(
                        hostile(sprays).flatMap(spray -> spray.visits(signIns)),
                        new ToolVisits(verdicts(), context(Set.of(), Whereabouts.UNKNOWN)).in(signIns, changes()))
                .toList();
        Set<String> suspected = signIns.withTools().values().stream()
                .flatMap(there -> there.keySet().stream())
                .collect(Collectors.toCollection(HashSet::new));
        visits.forEach(visit -> suspected.add(visit.user()));
        return Whereabouts.ofRows(signIns.stays(), visits, suspected);
    }

    /** What a fact explains makes no attacker's place. */
    private Stream<Spray> hostile(List<Spray> sprays) {
        return sprays.stream().filter(spray -> spray.explained(facts).isEmpty());
    }

    private Reviewed finish(List<Spray> sprays, Whereabouts whereabouts) {
        Set<String> sprayers =
                hostile(sprays).flatMap(spray -> spray.addresses().stream()).collect(Collectors.toSet());
        List<ReviewFinding> findings = new ArrayList<>();
        findings.addAll(Things.findings(changes(), verdicts(), context(sprayers, whereabouts)));
        List<ReviewFinding> ofSprays =
                sprays.stream().flatMap(spray -> spray.findings(facts)).toList();
        findings.addAll(ofSprays);
        findings.addAll(withoutToldOnes(Spray.byTools(signIns, whereabouts), ofSprays));
        findings.addAll(accesses.findings(sprayers));
        findings.sort(ReviewFinding.ORDER);
        return new Reviewed(findings, List.copyOf(own()), notRead());
    }

    /** A sign-in that a spray tells already is not told again for its tool. */
    private static List<ReviewFinding> withoutToldOnes(List<ReviewFinding> byTools, List<ReviewFinding> ofSprays) {
        Set<String> told = ofSprays.stream()
                .filter(finding -> finding.kind() == FindingKind.SIGN_IN && finding.verdict() == Verdict.MALICIOUS)
                .flatMap(finding -> finding.recordIds().stream())
                .collect(Collectors.toSet());
        return byTools.stream()
                .filter(finding -> !told.containsAll(finding.recordIds()))
                .toList();
    }

    private Set<String> own() {
        Set<String> own = new TreeSet<>(domains);
        own.addAll(facts.domains());
        return own;
    }

    private Verdicts verdicts() {
        return new Verdicts(withDomains(own()));
    }

    private Things.Context context(Set<String> sprayers, Whereabouts whereabouts) {
        return new Things.Context(sprayers, newcomers(changes()), facts, withDomains(domains), whereabouts);
    }

    private Organisation withDomains(Set<String> own) {
        return new Organisation(own, organisation.tenantId(), organisation.closePeople(), organisation.privileged());
    }

    private static Set<String> newcomers(List<Change> changes) {
        Set<String> made = new HashSet<>();
        changes.stream()
                .filter(change -> change.kind() == FindingKind.ACCOUNT_CREATED)
                .filter(change -> change.effect() == Change.Effect.MAKES
                        && !change.origin().isRefused())
                .forEach(change -> made.addAll(change.handles()));
        return made;
    }

    private List<String> notRead() {
        Optional<String> ofChanges = changes.isCut()
                ? Optional.of("There were more changes than are held: the latest "
                        + changes.byKey().size() + " were looked at, back to "
                        + changes.byKey().lastKey().second + ".")
                : Optional.empty();
        return Stream.of(ofChanges, signIns.cut(), accesses.cut())
                .flatMap(Optional::stream)
                .toList();
    }
}
