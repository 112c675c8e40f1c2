package dev.cordon.cli.respond;

import dev.cordon.cli.command.Streams;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.Question;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import dev.cordon.procedure.ItemKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The things that nothing speaks against: kept without a word while the run goes on, and asked about in one question at its end. */
final class Harmless {
    private final Screen screen;
    private final Streams streams;
    private final Map<ItemKey, Question> kept = new LinkedHashMap<>();

    Harmless(Screen screen, Streams streams) {
        this.screen = screen;
        this.streams = streams;
    }

    synchronized void add(Question question) {
        kept.put(new ItemKey(question.kind(), question.id()), question);
    }

    /** Asks once for all; nothing is asked a second time. Those that the person wants removed all the same. */
    synchronized List<Question> removed() {
        List<Question> all = List.copyOf(kept.values());
        kept.clear();
        if (all.isEmpty()) {
            return List.of();
        }
        screen.blank();
        screen.line(Tone.HEADING, "Kept, because nothing that was found speaks against them:");
        all.forEach(one -> screen.paragraph(Tone.PLAIN, "  " + one.kind() + " " + Printable.name(one.name())));
        return keepsAll(all.size()) ? List.of() : oneByOne(all);
    }

    private boolean keepsAll(int number) {
        while (true) {
            screen.prompt("Keep all " + number + " of them? [Y/n/one by one]");
            switch (streams.nextLine().strip().toLowerCase(Locale.ROOT)) {
                case "", "y", "yes" -> {
                    return true;
                }
                case "n", "no", "o", "one", "one by one" -> {
                    return false;
                }
                default -> screen.line("Please answer yes, or one by one.");
            }
        }
    }

    private List<Question> oneByOne(List<Question> all) {
        var answer = new YesOrNo(screen, streams);
        var asked = new AtomicInteger();
        return all.stream()
                .filter(one -> {
                    screen.blank();
                    screen.line(Tone.HEADING, "Question " + asked.incrementAndGet() + " of " + all.size());
                    show(one, screen);
                    return answer.asks("Remove it?", false);
                })
                .toList();
    }

    /** A thing with its judgement and what removing it would destroy. */
    static void show(Question question, Screen screen) {
        screen.paragraph(
                Tone.HEADING,
                question.kind() + " " + Printable.name(question.name()) + ": " + Word.of(question.verdict()));
        question.reasons().forEach(reason -> screen.paragraph(Tone.PLAIN, "  - " + reason));
        screen.paragraph(Tone.PLAIN, "  " + question.whatIsLost());
    }
}
