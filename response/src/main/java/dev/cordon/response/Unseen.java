package dev.cordon.response;

import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.persistence.PersistenceAreas;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a look at the account did not see.
 *
 * @param places the places that could not be read, or not to the end
 * @param notLicensed what no licence shows, each a sentence
 * @param seenAmiss whether, beside what was not read, something was seen not to be as it should be
 */
public record Unseen(List<String> places, List<String> notLicensed, boolean seenAmiss) {
    private static final Pattern NOT_READ = Pattern.compile(
            "(?:(?<refused>.+?) could not be read: .*|(?<cut>.+) were not read to the end\\.)", Pattern.DOTALL);
    private static final Pattern NOT_LICENSED = Pattern.compile("; (Not licensed: [^.]+\\.)$");

    /** Names of things are the attacker's choice: only a place that the sign-off has by that very name was not read. */
    private static final Set<String> PLACES = Stream.concat(
                    PersistenceAreas.all().stream().map(PersistenceArea::inWords),
                    Stream.of(
                            "The account",
                            "Directory audits",
                            "What applications may do on their own",
                            "interactive sign-ins",
                            "non-interactive sign-ins"))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> SEEN =
            List.of("nobody decided to keep it.", "was decided to be removed.", "after it had been kept.");

    public Unseen {
        places = List.copyOf(places);
        notLicensed = List.copyOf(notLicensed);
    }

    /** Everything was seen. */
    static Unseen nothing() {
        return new Unseen(List.of(), List.of(), false);
    }

    /** @param verify how the reading of the sign-off ended */
    static Unseen of(StepOutcome verify) {
        Set<String> places = new LinkedHashSet<>();
        boolean amiss = !(verify instanceof StepOutcome.Partial || verify instanceof StepOutcome.Succeeded);
        if (verify instanceof StepOutcome.Partial partial) {
            for (String open : partial.notDone()) {
                String place = place(open);
                amiss |= place.isEmpty();
                places.add(place);
            }
        }
        places.remove("");
        return new Unseen(List.copyOf(places), notLicensed(verify.readBack()), amiss);
    }

    /** Which place that sentence says was not read; empty text where it says something else. */
    private static String place(String open) {
        Matcher matcher = NOT_READ.matcher(open);
        if (!matcher.matches() || SEEN.stream().anyMatch(open::endsWith)) {
            return "";
        }
        String place = matcher.group("refused") == null ? matcher.group("cut") : matcher.group("refused");
        return PLACES.contains(place) ? place : "";
    }

    private static List<String> notLicensed(List<Proof> proofs) {
        return proofs.stream()
                .map(proof -> NOT_LICENSED.matcher(proof.actual()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
    }

    /** What was looked at all the same, the begin of a sentence without its verb. */
    public String rest() {
        if (!places.isEmpty()) {
            return "what could be read";
        }
        return notLicensed.isEmpty() ? "everything" : "everything that the licences show";
    }

    /** What "every place" has to leave out. */
    public List<String> exceptions() {
        List<String> all = new ArrayList<>(places);
        if (!notLicensed.isEmpty()) {
            all.add("what the licences do not show");
        }
        return List.copyOf(all);
    }

    /** Whether all that was read was as it should be. */
    public boolean isQuietAsFarAsRead() {
        return !seenAmiss && !places.isEmpty();
    }

    /** The sentences that name what was not seen, behind another; empty text where there is none. */
    public String added() {
        Stream<String> unread =
                places.isEmpty() ? Stream.of() : Stream.of("Not read: " + String.join("; ", places) + ".");
        return Stream.concat(unread, notLicensed.stream()).map(" "::concat).collect(Collectors.joining());
    }
}
