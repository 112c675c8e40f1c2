package dev.cordon.report;

import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.Certainty;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.StepProgress;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Field;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Section 6: what should be different next time. */
final class ImprovementSection {
    private ImprovementSection() {}

    static Section of(ReportSource source) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.SubHeading("Suggested by what was seen (opinion)"));
        Set<String> suggestions = suggestions(source);
        blocks.add(
                suggestions.isEmpty()
                        ? Block.paragraph("Nothing: no account was looked at.")
                        : new Block.Points(
                                suggestions.stream().map(Inline::text).toList()));
        blocks.add(new Field(
                "Root cause",
                Optional.empty(),
                "How the attacker got in first: ask the user about mails and pages before that time."));
        blocks.add(new Field("Gaps in control", Optional.empty(), "What should have stopped it, and did not."));
        blocks.add(new Field("Actions", Optional.empty(), "Each with an owner and a date."));
        blocks.add(new Field("Review held", Optional.empty(), "Within 7 days, half an hour; who was there."));
        return new Section("improvement", "6. Improvement", blocks);
    }

    private static Set<String> suggestions(ReportSource source) {
        Set<String> suggestions = new LinkedHashSet<>();
        source.attack().ifPresent(summary -> suggestions.addAll(ofAttack(summary)));
        Set<String> kinds = source.state().items().values().stream()
                .filter(item -> item.verdict() == Verdict.MALICIOUS)
                .map(Item::key)
                .map(key -> key.kind())
                .collect(Collectors.toSet());
        if (kinds.contains("forwarding") || kinds.contains("inbox-rule")) {
            suggestions.add("Switch off automatic forwarding to outside for the whole tenant (outbound spam policy).");
        }
        if (kinds.contains("authentication-method")) {
            suggestions.add(
                    "Let security information be registered only from trusted places or with a Temporary Access Pass"
                            + " (Conditional Access, user action “register security information”).");
        }
        if (kinds.contains("consent") || kinds.contains("app-role-assignment")) {
            suggestions.add(
                    "Let users consent only to applications of verified publishers, or to none, with a request workflow.");
        }
        if (kinds.contains("device")) {
            suggestions.add(
                    "Require a second factor to register or join devices, and limit who may; let a new telephone"
                            + " synchronise mail only after it was approved (Exchange: quarantine) or is managed.");
        }
        if (source.state().steps().values().stream().anyMatch(StepProgress::repeated)) {
            suggestions.add(
                    "A step had to be repeated because an answer was lost: look at the connection of the machine used.");
        }
        if (source.isResponse()) {
            suggestions.add(
                    "Compare the durations in section 4 with the procedure's budgets and adjust what was slow.");
        }
        return suggestions;
    }

    private static List<String> ofAttack(AttackSummary summary) {
        List<String> suggestions = new ArrayList<>();
        if (summary.certainty() == Certainty.ATTACK) {
            suggestions.add(
                    "Ask for phishing-resistant sign-in (passkeys, Windows Hello) and compliant devices: a stolen session or"
                            + " password is then not enough.");
        }
        if (summary.coverage().stream().anyMatch(log -> !log.isComplete())) {
            suggestions.add("A log could not be read: make sure before the next incident that it can be.");
        }
        return suggestions;
    }
}
