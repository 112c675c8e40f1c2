package dev.cordon.investigation;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.SignIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Draws one {@link AttackPicture}. Reads the history from its oldest row on and learns what is usual from the rows it does not suspect,
 * so that an attacker who comes back daily does not become usual. One use, one thread.
 */
final class PictureDrawing {
    private final SignInHistory history;
    private final Usual usual = new Usual();
    private final List<AuditEvent> changes;
    private final List<JudgedSignIn> suspicious = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> sessions = new HashSet<>();

    PictureDrawing(SignInHistory history) {
        this.history = history;
        this.changes = history.audits().stream()
                .filter(AuditEvent::succeeded)
                .filter(event -> SignInJudge.changesWatched().contains(plain(event.activity())))
                .toList();
    }

    private static String plain(String activity) {
        String lower = activity.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    AttackPicture draw() {
        history.signIns().forEach(this::read);
        spread();
        suspicious.sort(Comparator.comparing(judged -> judged.signIn().at()));
        Baseline baseline = usual.baseline();
        Certainty certainty = certainty(baseline);
        Optional<Instant> firstSeen = firstSeen(certainty);
        return new AttackPicture(
                history.userObjectId(),
                certainty,
                baseline,
                suspicious,
                addresses,
                sessions,
                attackerPrograms(baseline),
                firstSeen,
                firstSeenReason(certainty, firstSeen),
                history.audits(),
                history.mailboxChanges(),
                history.userName(),
                history.coverage(),
                List.of(),
                history.now());
    }

    private void read(SignIn row) {
        SignInFacts facts = new SignInFacts(
                row,
                usual,
                history.signIns(),
                changes,
                history.mailboxChanges(),
                history.revocations(),
                history.signedInByNobody());
        Judgement judgement = SignInSignals.TABLE.judge(facts);
        if (judgement.verdict() != Verdict.BENIGN) {
            suspicious.add(new JudgedSignIn(row, judgement));
        } else if (row.succeeded()) {
            usual.add(row);
        }
        if (judgement.verdict() == Verdict.MALICIOUS) {
            remember(row);
        }
    }

    private void remember(SignIn row) {
        String address = Network.withoutPort(row.ipAddress().strip());
        if (!address.isBlank() && !usual.isOwnNetwork(row)) {
            addresses.add(address);
        }
        row.sessionId().filter(session -> !session.isBlank()).ifPresent(sessions::add);
    }

    /** One certain sign-in makes those from the same address or, away from the user's places, of the same session certain too. */
    private void spread() {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int index = 0; index < suspicious.size(); index++) {
                JudgedSignIn judged = suspicious.get(index);
                if (!judged.isAttackers() && judged.signIn().succeeded() && isLinked(judged.signIn())) {
                    suspicious.set(index, new JudgedSignIn(judged.signIn(), linked(judged)));
                    remember(judged.signIn());
                    grew = true;
                }
            }
        }
    }

    private boolean isLinked(SignIn row) {
        boolean sameAddress =
                addresses.contains(Network.withoutPort(row.ipAddress().strip()));
        boolean sameSession = row.sessionId().filter(sessions::contains).isPresent() && !usual.isOwnNetwork(row);
        return sameAddress || sameSession;
    }

    private static Judgement linked(JudgedSignIn judged) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                "linked-to-attacker",
                "It shares its address or session with a sign-in that is the attacker's.",
                Optional.of("T1078.004")));
        reasons.addAll(judged.judgement().reasons());
        return new Judgement(
                Verdict.MALICIOUS,
                Math.max(Verdict.MALICIOUS_FROM, judged.judgement().score()),
                reasons);
    }

    private Set<String> attackerPrograms(Baseline baseline) {
        Set<String> programs = new HashSet<>();
        suspicious.stream()
                .filter(JudgedSignIn::isAttackers)
                .map(judged -> UserAgents.family(judged.signIn().userAgent()))
                .filter(program -> !program.isBlank() && !baseline.userAgents().contains(program))
                .forEach(programs::add);
        return programs;
    }

    private Certainty certainty(Baseline baseline) {
        if (suspicious.stream().anyMatch(JudgedSignIn::isAttackers)) {
            return Certainty.ATTACK;
        }
        if (!suspicious.isEmpty()) {
            return Certainty.SUSPECTED;
        }
        return baseline.isLearnt() && signInsWereRead() ? Certainty.NOTHING_SEEN : Certainty.UNKNOWN;
    }

    private boolean signInsWereRead() {
        return history.coverage().stream()
                .filter(source ->
                        source.source().equals("signIns") || source.source().equals("nonInteractive"))
                .allMatch(Coverage::isComplete);
    }

    private Optional<Instant> firstSeen(Certainty certainty) {
        return suspicious.stream()
                .filter(judged -> judged.signIn().succeeded())
                .filter(judged -> certainty != Certainty.ATTACK || judged.isAttackers())
                .map(judged -> judged.signIn().at())
                .min(Instant::compareTo);
    }

    private String firstSeenReason(Certainty certainty, Optional<Instant> firstSeen) {
        return switch (certainty) {
            case ATTACK ->
                "The first sign-in that is the attacker's. What happened before the logs begin is not known.";
            case SUSPECTED ->
                firstSeen.isPresent()
                        ? "The first sign-in that needs a second look; none is certain."
                        : "Only sign-ins that failed stood out, so nobody was seen to get in.";
            case NOTHING_SEEN -> "Nothing stood out in the sign-ins that were read.";
            case UNKNOWN ->
                signInsWereRead()
                        ? "There are too few sign-ins to tell the unusual from the usual."
                        : "The sign-in logs could not be read completely.";
        };
    }
}
