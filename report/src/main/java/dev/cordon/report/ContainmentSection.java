package dev.cordon.report;

import dev.cordon.incident.Word;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.procedure.journal.Recheck;
import dev.cordon.procedure.journal.StepProgress;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Fact;
import dev.cordon.report.document.Block.Field;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Section 4: what was done, what was proven, what was removed and kept, and the evidence for all of it. */
final class ContainmentSection {
    private static final StepId VERIFY = new StepId("verify");

    private ContainmentSection() {}

    static Section of(ReportSource source) {
        List<Block> blocks = new ArrayList<>();
        if (source.isResponse()) {
            responded(source, blocks);
        } else {
            notResponded(source, blocks);
        }
        blocks.add(new Block.SubHeading("Evidence"));
        blocks.add(anchors(source));
        blocks.add(new Block.Paragraph(Inline.text("Each exhibit with its hash stands in the annex, at the end.")));
        return new Section("containment", "4. Containment", blocks);
    }

    private static void responded(ReportSource source, List<Block> blocks) {
        blocks.add(steps(source));
        blocks.add(items(source));
        blocks.add(signOff(source));
        blocks.add(actions(source));
        blocks.add(readBacks(source));
        blocks.add(rechecks(source));
        blocks.addAll(deviations(source));
    }

    /** Whoever contained the account did it elsewhere, if anybody did: each step is named as not carried out, and asked for as work. */
    private static void notResponded(ReportSource source, List<Block> blocks) {
        blocks.add(new Block.Notice(
                Tone.ATTENTION,
                "No response was run",
                List.of(
                        new Inline.Text(
                                "This incident holds evidence that was brought by hand. Cordon asked no tenant, changed nothing"
                                        + " and read nothing back; the account must be taken for not contained until somebody shows that it is."
                                        + " A response is opened, linked with this incident, by"),
                        new Inline.Value("cordon respond compromised-account USER --linked-with "
                                + source.incident().id()))));
        blocks.add(new Block.Table(
                "Steps of the procedure for a compromised account",
                List.of("Step", "Outcome"),
                source.procedure().stream()
                        .flatMap(known -> known.steps().stream())
                        .map(step -> Row.of(
                                Inline.text(step.instructions().title()),
                                Inline.badge("not carried out", Tone.ATTENTION)))
                        .toList(),
                "None was carried out."));
        blocks.add(
                new Field(
                        "Contained elsewhere",
                        Optional.empty(),
                        "Whether sessions were revoked and the password was reset or the sign-in blocked: by whom, when, and what shows it."));
        blocks.add(
                new Field(
                        "Cleaned up elsewhere",
                        Optional.empty(),
                        "Rules, forwarding, delegates, consents, methods and devices: what was looked at, what was removed, what shows it."));
    }

    private static Block steps(ReportSource source) {
        return new Block.Table(
                "Steps in the order they began",
                List.of("Step", "Began (UTC)", "Took (wall time)", "Outcome", "Remark"),
                source.state().steps().values().stream()
                        .filter(step -> !Words.isBeingWritten(step))
                        .map(step -> step(source, step))
                        .toList(),
                "No step has begun.");
    }

    private static Row step(ReportSource source, StepProgress step) {
        String remark = step.outcome().map(outcome -> outcome.explanation()).orElse("It began and did not end.");
        String repeated = step.repeated() ? " Repeated, because it was unknown whether it had worked." : "";
        String attempts = step.attempts() > 1 ? " Begun " + step.attempts() + " times." : "";
        return Row.of(
                Inline.text(source.title(step.id())),
                Inline.time(step.startedAt()),
                Inline.text(step.endedAt().isPresent() ? Words.duration(step.duration()) : "–"),
                Words.outcome(step.outcome()),
                Inline.text((remark + repeated + attempts).strip()));
    }

    private static Block actions(ReportSource source) {
        return new Block.Table(
                "Action log: every change that was asked of the tenant",
                List.of("Time (UTC)", "Action", "On", "Answer", "Request id", "Kept before"),
                source.state().effects().values().stream()
                        .map(ContainmentSection::action)
                        .toList(),
                "Nothing was changed.");
    }

    private static Row action(EffectProgress effect) {
        List<Inline> answer = new ArrayList<>(Words.result(effect.result()));
        if (!effect.detail().isBlank()) {
            answer.add(new Inline.Text(effect.detail()));
        }
        if (effect.attempts() > 1) {
            answer.add(new Inline.Badge("asked " + effect.attempts() + " times", Tone.ATTENTION));
        }
        return Row.of(
                Inline.time(effect.intendedAt()),
                Inline.text(effect.what()),
                Inline.value(effect.target()),
                answer,
                Inline.value(effect.requestId().orElse("")),
                keptBefore(effect));
    }

    /** The copies of what was destroyed, and the sealed answer where there is one. */
    private static List<Inline> keptBefore(EffectProgress effect) {
        List<Inline> exhibits = new ArrayList<>();
        effect.keptBefore().forEach(id -> exhibits.add(new Inline.Value(id.value())));
        effect.exhibit().ifPresent(id -> {
            exhibits.add(new Inline.Text("answer"));
            exhibits.add(new Inline.Value(id.value()));
        });
        return exhibits.isEmpty() ? Inline.text(effect.destroys().isEmpty() ? "–" : "NOT KEPT") : exhibits;
    }

    private static Block signOff(ReportSource source) {
        List<Row> rows = new ArrayList<>();
        source.state().step(VERIFY).stream()
                .flatMap(step -> step.proofs().stream().filter(proof -> isOfLastAttempt(step, proof)))
                .forEach(proof -> rows.add(proof(proof)));
        List<String> humans = Subject.isSharedMailbox(source)
                ? List.of("Those who work with the mailbox were spoken to by telephone", "They confirmed what was kept")
                : List.of("The user was spoken to by telephone", "The user confirmed what was kept");
        for (String human : humans) {
            rows.add(Row.of(
                    Inline.text(human),
                    Inline.text("yes"),
                    Inline.badge("open", Tone.ATTENTION),
                    Inline.text("–"),
                    Inline.text("a person"),
                    Inline.text("–")));
        }
        return new Block.Table(
                "Sign-off: read again after the last revoke",
                List.of("What", "Expected", "Actual", "Evidence", "By", "Read at (UTC)"),
                rows,
                "Not read yet.");
    }

    /** A service's times are whole seconds. */
    private static boolean isOfLastAttempt(StepProgress step, Proof proof) {
        return step.startedAt()
                .map(started -> started.truncatedTo(ChronoUnit.SECONDS))
                .filter(proof.readAt()::isBefore)
                .isEmpty();
    }

    private static Block readBacks(ReportSource source) {
        List<Row> rows = source.state().steps().values().stream()
                .flatMap(step -> step.proofs().stream()
                        .filter(proof -> !step.id().equals(VERIFY) || !isOfLastAttempt(step, proof)))
                .map(ContainmentSection::proof)
                .toList();
        return new Block.Table(
                "Proofs read back along the way",
                List.of("What", "Expected", "Actual", "Evidence", "By", "Read at (UTC)"),
                rows,
                "Nothing was read back.");
    }

    private static Row proof(Proof proof) {
        List<Inline> actual = new ArrayList<>();
        actual.addAll(Words.proof(proof));
        actual.add(new Inline.Text(proof.actual()));
        String evidence =
                proof.exhibit().map(id -> id.value()).or(proof::requestId).orElse("");
        return Row.of(
                Inline.text(proof.what()),
                Inline.text(proof.expected()),
                actual,
                Inline.value(evidence),
                Inline.text("Cordon"),
                Inline.time(proof.readAt()));
    }

    private static Block items(ReportSource source) {
        return new Block.Table(
                "Found in the account: facts (what it is, what became of it) and opinion (judgement and reasons)",
                List.of("Name", "Kind", "Judgement", "Decision", "Outcome", "Reasons", "Evidence"),
                source.state().items().values().stream()
                        .sorted(java.util.Comparator.comparing(Item::verdict))
                        .map(ContainmentSection::item)
                        .toList(),
                "Nothing was found.");
    }

    private static Row item(Item item) {
        String by = item.decidedBy()
                .map(actor -> Word.of(item.decision()) + ", by " + actor.name())
                .orElse(Word.of(item.decision()));
        List<Inline> outcome = new ArrayList<>(Words.itemOutcome(item));
        item.cameBackAs().ifPresent(as -> {
            outcome.add(new Inline.Text("came back as"));
            outcome.add(new Inline.Value(as.id()));
        });
        item.givenBackAs().ifPresent(as -> {
            outcome.add(new Inline.Text("as"));
            outcome.add(new Inline.Value(as.id()));
        });
        if (item.isPartlyGivenBack()) {
            outcome.add(new Inline.Text("not as before:"));
            outcome.add(new Inline.Value(String.join(", ", item.unequal())));
        }
        return Row.of(
                Inline.value(item.name().isBlank() ? "(no name)" : item.name()),
                Inline.text(Words.kind(item.key().kind())),
                Words.verdict(item.verdict()),
                Inline.text(by),
                outcome,
                Inline.text(String.join(" ", item.reasons())),
                Inline.value(item.exhibit().map(id -> id.value()).orElse("")));
    }

    private static Block rechecks(ReportSource source) {
        return new Block.Table(
                "Re-checks",
                List.of("Re-check", "Due (UTC)", "Done (UTC)", "Found"),
                source.state().rechecks().values().stream()
                        .map(ContainmentSection::recheck)
                        .toList(),
                "None is planned.");
    }

    private static Row recheck(Recheck recheck) {
        List<Inline> found = recheck.clean()
                .map(clean -> List.<Inline>of(
                        new Inline.Badge(clean ? "clean" : "not clean", clean ? Tone.GOOD : Tone.BAD),
                        new Inline.Text(recheck.detail())))
                .orElse(Inline.badge("due", Tone.NEUTRAL));
        return Row.of(Inline.text(recheck.name()), Inline.time(recheck.dueAt()), Inline.time(recheck.done()), found);
    }

    private static List<Block> deviations(ReportSource source) {
        List<Row> rows = source.state().chronicle().deviations().stream()
                .map(deviation -> Row.of(
                        Inline.text(deviation.what()), Inline.text(deviation.who()), Inline.text(deviation.because())))
                .toList();
        Block table = new Block.Table(
                "Deviations from the procedure",
                List.of("What", "Who", "Because"),
                rows,
                "The procedure was followed as written.");
        List<Fact> timings = new ArrayList<>();
        for (Map.Entry<String, Long> timing : source.state().timings().entrySet()) {
            timings.add(new Fact(
                    timing.getKey(),
                    Inline.text(String.format(Locale.ROOT, "%,d ms of wall time", timing.getValue()))));
        }
        return timings.isEmpty() ? List.of(table) : List.of(table, new Block.Facts(timings));
    }

    private static Block anchors(ReportSource source) {
        return new Block.Facts(
                List.of(
                        new Fact("Exhibits", Inline.text("" + source.exhibits().size())),
                        new Fact(
                                "Root hash",
                                Inline.value(EvidenceIndex.rootHash(source.exhibits())
                                        .hex())),
                        new Fact(
                                "Journal head",
                                Inline.value(source.journalHead().text())),
                        new Fact(
                                "Custody head",
                                Inline.value(source.custodyHead().text())),
                        new Fact(
                                "Why they stand here",
                                Inline.text(
                                        "Printed or kept elsewhere, the two heads show later whether the end of a log was cut off."
                                                + " The root hash is the SHA-256 over the lines “id, blank, SHA-256, line feed” of the index."))));
    }
}
