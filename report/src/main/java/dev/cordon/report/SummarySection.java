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
import java.util.Set;
import java.util.stream.Collectors;

/** Section 1: what happened in a few sentences, and what is left to do. */
final class SummarySection {
    /** All of them stand in section 3. */
    private static final int MOST_OFFERED = 12;

    /** Tasks whose text begins with the account being an administrator's. */
    private static final Set<String> ABOUT_ADMINISTRATORS =
            Set.of("administrator-changes", "circumstance-administrator");

    /** The task that is open while something is not looked at for want of a licence. */
    static final String NOT_LICENSED = "not-licensed";

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
        boolean over = source.isResidualOver();
        List<Inline> content = new ArrayList<>();
        content.add(new Inline.Text("Access tokens that were already issued cannot be called back. The last of them "
                + (over ? "died at" : "dies at")));
        content.add(new Inline.Time(access.until()));
        content.add(
                new Inline.Text(over ? "UTC. Where one could work until then:" : "UTC. Where one could still work:"));
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
                            new Inline.Text(task.text() + ofRoles(source, task)),
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

    /** The task is as old as the first look: the roles that made the account an administrator's may be the attacker's, and gone. */
    private static String ofRoles(ReportSource source, OpenTask task) {
        List<Item> his = AttackersSettings.roles(source);
        if (!ABOUT_ADMINISTRATORS.contains(task.id()) || his.isEmpty()) {
            return "";
        }
        List<Item> gone = his.stream().filter(Narrative::isRemoved).toList();
        boolean holdsOthers = source.state().items().values().stream()
                .anyMatch(item -> item.key().kind().equals("role") && !his.contains(item) && !Narrative.isOut(item));
        return " So it was at that time. Since then: "
                + Words.count(his.size(), "role was", "roles were") + " judged to be given by the attacker, "
                + (gone.size() == his.size()
                        ? (his.size() == 1 ? "and it was" : "and all were")
                        : gone.size() + " of them")
                + " removed"
                + (gone.isEmpty() ? "" : " (" + names(gone) + ")")
                + (holdsOthers ? "; others the account still holds." : "; no other stands among what was found.")
                + (source.state().openTasks().containsKey(NOT_LICENSED)
                        ? " Eligible roles were not looked at: not licensed."
                        : "");
    }

    private static String names(List<Item> roles) {
        return roles.stream()
                .limit(MOST_OFFERED)
                .map(role -> "“" + AttackersSettings.shortened(role.name()) + "”")
                .collect(Collectors.joining(", "));
    }

    /** Whether a task already asks for the decision about it. */
    private static boolean isAsked(ReportSource source, Item item) {
        return !item.name().isBlank()
                && source.state().openTasks().values().stream()
                        .anyMatch(task -> task.id().contains(item.key().id())
                                || task.text().contains(item.name()));
    }
}
