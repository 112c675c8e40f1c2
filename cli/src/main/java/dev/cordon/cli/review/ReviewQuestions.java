package dev.cordon.cli.review;

import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.Streams;
import dev.cordon.cli.desk.ReviewDesk;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Incident;
import dev.cordon.investigation.Verdict;
import dev.cordon.response.TenantReview;
import dev.cordon.response.TenantReview.Item;
import dev.cordon.response.TenantReview.Matter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks the person at the terminal about each thing that needs an answer: one key opens an incident, another dismisses it. */
final class ReviewQuestions {
    private final Invocation invocation;
    private final ReviewDesk desk;
    private final Screen screen;
    private final Streams streams;
    private final TenantReview review;

    ReviewQuestions(Invocation invocation, ReviewDesk desk, TenantReview review) {
        this.invocation = invocation;
        this.desk = desk;
        this.screen = invocation.screen();
        this.streams = invocation.streams();
        this.review = review;
    }

    /** What was answered for one. */
    private enum Answer {
        NEXT,
        AGAIN,
        STOP
    }

    /** Asks about one matter after the other until all were shown, or the person has enough. */
    void ask(List<Matter> open) {
        screen.blank();
        keys();
        for (int number = 1; number <= open.size(); number++) {
            screen.blank();
            // The page is longer than most screens: what is asked about has scrolled away.
            if (open.size() > 1) {
                new TenantReviewPage(screen).brief(number, open.get(number - 1));
            }
            if (asked(number + " of " + open.size(), open.get(number - 1)) == Answer.STOP) {
                return;
            }
        }
    }

    private Answer asked(String which, Matter matter) {
        Answer answer = Answer.AGAIN;
        while (answer == Answer.AGAIN) {
            answer = ask(which, matter);
        }
        return answer;
    }

    private void keys() {
        screen.paragraph(
                Tone.QUIET,
                "o opens an incident, its clock running; d dismisses it with your reason; e asks about each thing by itself;"
                        + " w shows why; l lists what looks ordinary; Enter leaves it for next time; q ends.");
    }

    private Answer ask(String which, Matter matter) {
        boolean isOne = matter.items().size() == 1;
        boolean isAttack = matter.worst().finding().verdict() == Verdict.MALICIOUS;
        screen.blank();
        screen.paragraph(
                isAttack ? Tone.BAD : Tone.CAUTION,
                which + ", " + name(matter) + ": " + (isAttack ? "taken for an attack" : "only you can tell")
                        + (isOne ? "." : "; " + matter.items().size() + " things."));
        screen.prompt(
                "[o]pen incident, [d]ismiss" + (isOne ? "" : " all, [e]ach") + ", [w]hy, [l]ist, Enter later, [q]uit:");
        String typed = streams.nextLine();
        return switch (typed.strip().toLowerCase(Locale.ROOT)) {
            case "o", "open" -> opens(matter);
            case "d", "dismiss" -> dismisses(matter);
            case "e", "each" -> isOne ? Answer.AGAIN : each(which, matter);
            case "w", "why" -> {
                new TenantReviewPage(screen).all(matter);
                yield Answer.AGAIN;
            }
            case "l", "list" -> {
                new TenantReviewPage(screen).listed(review);
                yield Answer.AGAIN;
            }
            case "q", "quit" -> Answer.STOP;
            case "" -> typed.isEmpty() ? Answer.STOP : Answer.NEXT;
            default -> {
                keys();
                yield Answer.AGAIN;
            }
        };
    }

    private static String name(Matter matter) {
        Item worst = matter.worst();
        return matter.items().size() == 1
                ? KindWords.of(worst.finding().kind()).one() + " "
                        + Printable.name(worst.finding().subject())
                : Printable.name(matter.account());
    }

    private Answer each(String which, Matter matter) {
        for (Item item : matter.items()) {
            if (asked(which, new Matter(matter.account(), List.of(item))) == Answer.STOP) {
                return Answer.STOP;
            }
        }
        return Answer.NEXT;
    }

    private Answer opens(Matter matter) {
        String user = matter.account();
        if (user.isBlank()) {
            screen.line("Whose account is it about? Type a sign-in name; Enter goes back.");
            screen.prompt("Account:");
            user = streams.nextLine().strip();
            if (user.isEmpty()) {
                return Answer.AGAIN;
            }
        }
        try {
            told(desk.open(ids(matter), Optional.of(user)), screen);
            return Answer.NEXT;
        } catch (RuntimeException e) {
            return refused(invocation.meaning(e));
        }
    }

    private static List<String> ids(Matter matter) {
        return matter.items().stream().map(Item::id).toList();
    }

    private Answer dismisses(Matter matter) {
        screen.line("Why is it nothing? It is shown the next time. Enter goes back.");
        screen.prompt("Because:");
        String because = streams.nextLine().strip();
        if (because.isEmpty()) {
            return Answer.AGAIN;
        }
        try {
            ids(matter).forEach(id -> desk.dismiss(id, because));
            screen.line(Tone.GOOD, "Dismissed. It comes back if something about it changes.");
            return Answer.NEXT;
        } catch (RuntimeException e) {
            return refused(invocation.meaning(e));
        }
    }

    private Answer refused(Refusal refusal) {
        screen.paragraph(Tone.BAD, refusal.paragraph());
        return Answer.NEXT;
    }

    /** That an incident is open, and what is to be done now. */
    static void told(Incident incident, Screen screen) {
        screen.paragraph(
                Tone.GOOD,
                "Incident " + incident.id() + " is open for "
                        + Printable.name(incident.account().userPrincipalName()) + "; its clock runs since "
                        + TenantReviewPage.time(incident.detectedAt()) + ".");
        screen.line("Nothing was changed yet. Throw the attacker out within 30 minutes:");
        screen.line("  cordon incident resume " + incident.id());
    }
}
