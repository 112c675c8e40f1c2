package dev.cordon.report;

import dev.cordon.investigation.reconstruction.Offer;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.journal.OpenTask;
import dev.cordon.procedure.journal.Recheck;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Task;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/** Section 1: what happened in a few sentences, and what is left to do. */
final class SummarySection {
    /** All of them stand in section 3. */
    private static final int MOST_OFFERED = 12;

    private SummarySection() {}

    static Section of(ReportSource source, List<Block.Field> openFields) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(String.join(" ", new Narrative(source).summary())));
        source.state().residual().ifPresent(access -> blocks.add(residual(source, access)));
        blocks.add(new Block.SubHeading("What is left to do"));
        List<Task> tasks = tasks(source, openFields);
        blocks.add(tasks.isEmpty() ? Block.paragraph("Nothing.") : new Block.Tasks(tasks));
        blocks.add(Block.paragraph(
                "In this report, confirmed means that it was read back or logged, and has an exhibit or a"
                        + " request id; likely means that it was judged from several signs; unknown means that nobody could see it."
                        + " Times are UTC by the "
                        + (source.isResponse()
                                ? "tenant's clock"
                                : "clock of this machine, those of rows by their log's")
                        + ". Judgements are opinions and are marked as such."));
        return new Section("summary", "1. Summary", blocks);
    }

    private static Block residual(ReportSource source, dev.cordon.procedure.journal.CaseEntry.ResidualAccess access) {
        boolean over = !access.until().isAfter(source.frame().writtenAt());
        List<Inline> content = new ArrayList<>();
        content.add(new Inline.Text(
                "Access tokens that were already issued cannot be called back. The last of them dies at"));
        content.add(new Inline.Time(access.until()));
        content.add(new Inline.Text("UTC. Where one could still work:"));
        content.add(new Inline.Text(
                access.channels().isEmpty() ? "not known." : String.join("; ", access.channels()) + "."));
        return new Block.Notice(
                over ? Tone.NEUTRAL : Tone.ATTENTION,
                over ? "Residual access: over" : "Residual access until " + Words.time(access.until()),
                content);
    }

    private static List<Task> tasks(ReportSource source, List<Block.Field> openFields) {
        List<Task> tasks = new ArrayList<>();
        for (OpenTask task : source.state().openTasks().values()) {
            tasks.add(new Task(
                    false,
                    List.of(
                            new Inline.Text(task.text()),
                            new Inline.Badge(task.who(), task.urgent() ? Tone.ATTENTION : Tone.NEUTRAL))));
        }
        for (Item item : source.state().items().values()) {
            if (Narrative.awaitsPerson(item) && !isAsked(source, item)) {
                tasks.add(new Task(
                        false,
                        List.of(
                                new Inline.Text("Decide about the "
                                        + Words.kind(item.key().kind())),
                                new Inline.Value(item.name()))));
            }
        }
        source.reconstructed().map(Reconstructed::offers).orElse(List.of()).stream()
                .filter(offer -> offer.incident().isEmpty() && isOfSomebody(offer))
                .flatMap(offer -> offer.command().stream()
                        .map(command -> new Task(
                                false,
                                List.of(
                                        new Inline.Text("The attacker touched"),
                                        new Inline.Value(offer.touched().name()),
                                        new Inline.Text("too. Take it for taken over until its user explains it:"),
                                        new Inline.Value(command)))))
                .distinct()
                .limit(MOST_OFFERED)
                .forEach(tasks::add);
        List<Recheck> due = source.state().rechecksDue();
        if (!due.isEmpty()) {
            tasks.add(new Task(
                    false,
                    List.of(
                            new Inline.Text("Let " + Words.count(due.size(), "re-check", "re-checks")
                                    + " run (cordon watch does it, see section 4); the next is due"),
                            new Inline.Time(due.getFirst().dueAt()),
                            new Inline.Text("UTC"))));
        }
        if (source.frame().author().isEmpty()) {
            tasks.add(new Task(false, Inline.text("Sign the report: name its author and who reviewed it")));
        }
        if (!openFields.isEmpty()) {
            String labels = String.join(
                    "; ", openFields.stream().map(Block.Field::label).toList());
            tasks.add(new Task(false, Inline.text("Fill in the fields below: " + labels)));
        }
        return tasks;
    }

    private static boolean isOfSomebody(Offer offer) {
        return switch (offer.touched().kind()) {
            case ACCOUNT, MAILBOX -> offer.touched().succeeded();
            case APPLICATION, DEVICE, GROUP, ROLE, POLICY, OTHER, MAIL_FLOW -> false;
        };
    }

    /** Whether a task already asks for the decision about it. */
    private static boolean isAsked(ReportSource source, Item item) {
        return !item.name().isBlank()
                && source.state().openTasks().values().stream()
                        .anyMatch(task -> task.id().contains(item.key().id())
                                || task.text().contains(item.name()));
    }
}
