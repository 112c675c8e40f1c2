package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.JudgedSignIn;
import dev.cordon.investigation.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an account shows in the 72 hours after a click that may be the click's doing. Whether a sign-in is the attacker's is judged by
 * {@link AttackPicture} alone.
 *
 * @param clickedAt the click, or the earliest moment at which it can have been
 * @param until the end of what was looked at: 72 hours after it, or the time of looking where that is earlier
 * @param theft sign-ins in that time that are taken for an attacker's, oldest first
 * @param odd sign-ins in that time that stand out and may be the user's own, oldest first
 * @param earlier an attacker's sign-ins before the click, oldest first: this click is not how he came in
 * @param things consents and devices that appeared in that time, oldest first
 * @param reach how far the sign-in log can be counted on
 */
public record PostClickSignIns(
        Instant clickedAt,
        Instant until,
        List<JudgedSignIn> theft,
        List<JudgedSignIn> odd,
        List<JudgedSignIn> earlier,
        List<Appeared> things,
        Reach reach) {
    /** How long after a click sign-ins are watched. */
    public static final Duration WATCHED = Duration.ofDays(3);

    /** People's clocks, and the log's, are not the same. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private static final Set<String> OF_A_TOKEN =
            Set.of("session-in-two-places", "token-in-new-program", "token-in-new-place", "attacker-session");

    private static final Comparator<JudgedSignIn> IN_TIME = Comparator.comparing(
                    (JudgedSignIn judged) -> judged.signIn().at())
            .thenComparing(judged -> judged.signIn().id());

    /** Something that appeared in an account, judged where things of its kind are judged. */
    public record Appeared(What what, String name, Instant at, Judgement judgement) {
        /** What it is. */
        public enum What {
            CONSENT,
            DEVICE,
            AUTHENTICATION_METHOD
        }

        public Appeared {
            requireNonNull(what, "what is null");
            requireNonNull(name, "name is null");
            requireNonNull(at, "at is null");
            requireNonNull(judgement, "judgement is null");
        }
    }

    public PostClickSignIns {
        requireNonNull(clickedAt, "clickedAt is null");
        requireNonNull(until, "until is null");
        theft = theft.stream().sorted(IN_TIME).toList();
        odd = odd.stream().sorted(IN_TIME).toList();
        earlier = earlier.stream().sorted(IN_TIME).toList();
        things = things.stream()
                .sorted(Comparator.comparing(Appeared::at)
                        .thenComparing(Appeared::what)
                        .thenComparing(Appeared::name))
                .toList();
        requireNonNull(reach, "reach is null");
    }

    /**
     * Picks them out of a picture that was drawn already.
     *
     * @param clickedAt when he clicked, or the earliest moment at which he can have: the delivery of the mail
     * @param things consents and devices with their judgements, of whatever time
     */
    public static PostClickSignIns of(AttackPicture picture, Instant clickedAt, List<Appeared> things, Reach reach) {
        Instant from = clickedAt.minus(SKEW);
        Instant end = clickedAt.plus(WATCHED);
        List<JudgedSignIn> after = between(picture, from, end);
        return new PostClickSignIns(
                clickedAt,
                end.isBefore(picture.now()) ? end : picture.now(),
                after.stream().filter(JudgedSignIn::isAttackers).toList(),
                after.stream().filter(judged -> !judged.isAttackers()).toList(),
                picture.suspicious().stream()
                        .filter(JudgedSignIn::isAttackers)
                        .filter(judged -> judged.signIn().at().isBefore(from))
                        .toList(),
                things.stream()
                        .filter(thing ->
                                !thing.at().isBefore(from) && !thing.at().isAfter(end))
                        .toList(),
                reach);
    }

    private static List<JudgedSignIn> between(AttackPicture picture, Instant from, Instant end) {
        return picture.suspicious().stream()
                .filter(judged -> !judged.signIn().at().isBefore(from))
                .filter(judged -> !judged.signIn().at().isAfter(end))
                .toList();
    }

    /** Consents, devices and methods that are taken for an attacker's. */
    public List<Appeared> hostileThings() {
        return things.stream()
                .filter(thing -> thing.judgement().recommendsRemoval())
                .toList();
    }

    /** Whether the 72 hours are over and the log reaches to their end: only then "none" is the last word. */
    public boolean isOver() {
        return reach.isWhole()
                && reach.through()
                        .filter(through -> !through.isBefore(clickedAt.plus(WATCHED)))
                        .isPresent();
    }

    /** What the page was after by what came of it; empty where nothing did. */
    public List<PhishingKind> kinds() {
        return Stream.concat(
                        hostileThings().stream().map(PostClickSignIns::kind).flatMap(Optional::stream),
                        theft.stream().map(PostClickSignIns::kind))
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<PhishingKind> kind(Appeared thing) {
        return switch (thing.what()) {
            case CONSENT -> Optional.of(PhishingKind.CONSENT);
            case DEVICE, AUTHENTICATION_METHOD -> Optional.empty();
        };
    }

    private static PhishingKind kind(JudgedSignIn judged) {
        boolean deviceCode = judged.signIn()
                .protocol()
                .map(protocol -> protocol.toLowerCase(Locale.ROOT))
                .filter(protocol -> protocol.contains("devicecode"))
                .isPresent();
        if (deviceCode) {
            return PhishingKind.DEVICE_CODE;
        }
        boolean token = judged.signIn().mfaByClaim().orElse(false)
                || OF_A_TOKEN.stream().anyMatch(judged.judgement()::names);
        return token ? PhishingKind.AITM : PhishingKind.CREDENTIAL_PAGE;
    }
}
