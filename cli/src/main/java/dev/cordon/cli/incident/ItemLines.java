package dev.cordon.cli.incident;

import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Unsettled;
import dev.cordon.procedure.Verdict;

/** A thing that was judged, for a person: what it is, where it stands, its id, and why. */
final class ItemLines {
    private ItemLines() {}

    static void show(Item item, Screen screen) {
        screen.paragraph(
                tone(item),
                "  " + Word.of(item.verdict()) + ": " + item.key().kind() + " " + Printable.name(item.name()) + ", "
                        + status(item));
        screen.paragraph(
                Tone.QUIET,
                "      id " + item.key().id()
                        + (item.reasons().isEmpty() ? "" : "; " + item.reasons().getFirst()));
    }

    private static String status(Item item) {
        if (Unsettled.isHarmless(item)) {
            return item.outcome().map(Word::of).orElse("").replace('-', ' ')
                    + item.cameBackAs().map(as -> "; came back as " + as.id()).orElse("");
        }
        if (isGivenBack(item)) {
            return "given back" + (item.isPartlyGivenBack() ? " in part" : "")
                    + item.givenBackAs().map(as -> " as " + as.id()).orElse("") + ", as decided by "
                    + by(item)
                    + (item.isPartlyGivenBack()
                            ? "; not as before: " + Printable.line(String.join(", ", item.unequal()))
                            : "");
        }
        if (Unsettled.isThereAgain(item)) {
            return "still there after the clean-up, and not removed yet";
        }
        return switch (item.decision()) {
            case REMOVE -> "to be removed: " + attempt(item);
            case KEEP -> Unsettled.isKeptByAPerson(item) ? "kept, as decided by " + by(item) : kept(item);
            case UNDECIDED -> "not decided";
        };
    }

    private static String attempt(Item item) {
        ItemOutcome outcome = item.outcome().orElse(ItemOutcome.KEPT);
        return switch (outcome) {
            case FAILED -> "that did not work yet";
            case UNKNOWN -> "not known whether that worked";
            case KEPT, REMOVED, ALREADY_GONE, DISABLED, STILL_THERE, GIVEN_BACK -> "not done yet";
        };
    }

    private static String kept(Item item) {
        return switch (item.verdict()) {
            case MALICIOUS -> "to be removed by hand";
            case REVIEW -> "kept until you decide";
            case BENIGN -> "kept";
        };
    }

    private static String by(Item item) {
        return item.decidedBy().map(Actor::name).map(Printable::name).orElse("a person");
    }

    private static boolean isGivenBack(Item item) {
        return item.decision() == ItemDecision.KEEP
                && item.outcome().filter(ItemOutcome.GIVEN_BACK::equals).isPresent();
    }

    private static Tone tone(Item item) {
        if (!Unsettled.isOpen(item)) {
            return Tone.PLAIN;
        }
        return item.verdict() == Verdict.MALICIOUS ? Tone.BAD : Tone.CAUTION;
    }
}
