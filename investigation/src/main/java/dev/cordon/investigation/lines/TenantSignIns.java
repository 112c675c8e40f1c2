package dev.cordon.investigation.lines;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.RowIds;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The sign-ins of everybody in a tenant, each held in little and all judged against each other, as the lines of a file are. A row that is given
 * twice counts once; the order of the rows changes no verdict. One use, one thread.
 */
public final class TenantSignIns {
    /** Rows that are held; each takes some hundred bytes. */
    public static final int MOST = 400_000;

    private final List<SignInLine> rows = new ArrayList<>();
    private final List<Object> ids = new ArrayList<>();
    private final RowIds seen = new RowIds();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Compliance> devices = new HashMap<>();
    private final Map<String, Instant> refusedByPolicy = new HashMap<>();

    /** What a row was. */
    public enum Taken {
        /** It is judged. */
        HELD,
        /** It is not a sign-in that can be judged. */
        UNREADABLE,
        /** There are as many as are held. */
        TOO_MANY
    }

    /**
     * A sign-in with what is said of it. Texts are untrusted.
     *
     * @param id the row's id, in lower case
     * @param user whose: his sign-in name
     * @param at when
     * @param address where from
     * @param country in upper case; empty text where it is not told
     * @param session the session; empty text where the row has none
     * @param device the id of a registered device that no sign-in of the user's own was made with; else empty text
     * @param succeeded whether it worked
     * @param hadPassword whether it worked, or failed only after the password had been right
     * @param verdict the verdict
     * @param score 0 to 100
     * @param reasons the weightiest first; never empty
     */
    public record Told(
            String id,
            String user,
            Instant at,
            String address,
            String country,
            String session,
            String device,
            boolean succeeded,
            boolean hadPassword,
            Verdict verdict,
            int score,
            List<Reason> reasons) {
        public Told {
            requireNonNull(id, "id is null");
            requireNonNull(user, "user is null");
            requireNonNull(at, "at is null");
            requireNonNull(address, "address is null");
            requireNonNull(country, "country is null");
            requireNonNull(session, "session is null");
            requireNonNull(device, "device is null");
            requireNonNull(verdict, "verdict is null");
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a sign-in judged without a reason");
            }
        }
    }

    /**
     * How many devices the sign-ins name.
     *
     * @param compliant those that kept the organisation's rules when they were last seen
     * @param known those of which the rows say whether they did
     */
    public record DeviceCount(int compliant, int known) {}

    private record Compliance(Instant at, boolean isCompliant) {}

    /**
     * Takes one row.
     *
     * @param json Graph's {@code signIn}
     */
    public Taken take(String json) {
        try {
            JsonObject object = ObjectText.read(json);
            Members members = Members.of(object);
            String id = Vocabulary.lower(members.textOrEmpty("id"));
            if (id.isBlank()) {
                return Taken.UNREADABLE;
            }
            if (seen.contains(id)) {
                return Taken.HELD;
            }
            if (rows.size() >= MOST) {
                return Taken.TOO_MANY;
            }
            SignInLine row = SignInLine.read(rows.size() + 1L, members);
            look(members, row);
            rows.add(row.with(text -> texts.computeIfAbsent(text, same -> same)));
            ids.add(RowIds.of(id));
            seen.add(id);
            return Taken.HELD;
        } catch (UnreadableLineException _) {
            return Taken.UNREADABLE;
        }
    }

    private void look(Members members, SignInLine row) throws UnreadableLineException {
        Optional<Members> device = members.object("deviceDetail");
        if (device.isPresent() && row.device().isRegistered()) {
            Optional<Boolean> compliant = device.get().truth("isCompliant");
            compliant.ifPresent(is -> devices.merge(
                    row.device().id(),
                    new Compliance(row.at(), is),
                    (one, other) -> one.at.isAfter(other.at) ? one : other));
        }
        if (Vocabulary.lower(members.textOrEmpty("conditionalAccessStatus")).equals("failure")) {
            refusedByPolicy.put(Vocabulary.lower(members.textOrEmpty("id")), row.at());
        }
    }

    /** How many rows are held. */
    public int size() {
        return rows.size();
    }

    /** The time of the oldest row; empty without rows. */
    public Optional<Instant> oldest() {
        return rows.stream().map(SignInLine::at).min(Instant::compareTo);
    }

    /** Devices that are registered, as they were last seen. */
    public DeviceCount devices() {
        return new DeviceCount(
                (int) devices.values().stream().filter(Compliance::isCompliant).count(), devices.size());
    }

    /** Sign-ins from {@code since} on that Conditional Access refused. */
    public int refusedByPolicy(Instant since) {
        return (int) refusedByPolicy.values().stream()
                .filter(at -> !at.isBefore(since))
                .count();
    }

    /**
     * All sign-ins, judged.
     *
     * @param suspicious those that are not taken for the user's own, or are so only because a fact explains them, in the order in which they came
     * @param stays where those that are were made, by user and address
     */
    public record Judged(List<Told> suspicious, List<Stay> stays) {
        public Judged {
            suspicious = List.copyOf(suspicious);
            stays = List.copyOf(stays);
        }

        /** The suspicious ones from {@code since} on. */
        public List<Told> since(Instant since) {
            return suspicious.stream()
                    .filter(told -> !told.at().isBefore(since))
                    .toList();
        }
    }

    /** Judges all against each other, in the light of what the organisation has said of itself. */
    public Judged judged(OrganisationFacts facts) {
        List<Judgement> judged = SignInLines.judgements(rows, LineTables.ALL.signIns(), facts);
        Set<String> ownDevices = new HashSet<>();
        Map<String, Stay> stays = new TreeMap<>();
        for (int each = 0; each < rows.size(); each++) {
            SignInLine row = rows.get(each);
            if (row.succeeded() && !isTold(judged.get(each))) {
                Stay stay = Stay.at(row.userName(), row.address(), row.at());
                stays.merge(stay.user() + "\n" + stay.address(), stay, Stay::and);
                ownDevices.add(row.device().id());
            }
        }
        List<Told> suspicious = IntStream.range(0, rows.size())
                .filter(each -> isTold(judged.get(each)))
                .mapToObj(each -> told(ids.get(each).toString(), rows.get(each), judged.get(each), ownDevices))
                .toList();
        return new Judged(suspicious, List.copyOf(stays.values()));
    }

    /** What a fact explains shows nothing of where the user works, and is told. */
    private static boolean isTold(Judgement judgement) {
        return judgement.verdict().isAtLeast(Verdict.REVIEW) || judgement.names(OrganisationFacts.SIGNAL);
    }

    private static Told told(String id, SignInLine row, Judgement judgement, Set<String> ownDevices) {
        String device = row.device().id();
        return new Told(
                id,
                row.userName(),
                row.at(),
                row.address(),
                row.country(),
                row.session(),
                row.device().isRegistered() && !ownDevices.contains(device) ? device : "",
                row.succeeded(),
                row.hadPassword(),
                judgement.verdict(),
                judgement.score(),
                ownFirst(judgement.reasons()));
    }

    /** What a sign-in shares with an attacker's says less of it than what it is itself. */
    private static List<Reason> ownFirst(List<Reason> reasons) {
        boolean isLink = reasons.getFirst().signal().equals(SignInLineSignals.LINK);
        if (!isLink || reasons.size() == 1 || reasons.get(1).technique().isEmpty()) {
            return reasons;
        }
        List<Reason> ordered = new ArrayList<>(reasons);
        ordered.addFirst(ordered.remove(1));
        return ordered;
    }
}
