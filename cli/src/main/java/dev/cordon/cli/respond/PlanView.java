package dev.cordon.cli.respond;

import com.google.gson.JsonObject;
import dev.cordon.cli.desk.Question;
import dev.cordon.cli.desk.ResponsePlan;
import dev.cordon.cli.document.PlanDocument;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Word;
import dev.cordon.procedure.Verdict;
import java.util.Comparator;
import java.util.List;

/** A plan for a person and as a document. */
final class PlanView {
    private PlanView() {}

    static void show(ResponsePlan plan, Screen screen) {
        screen.paragraph(
                Tone.HEADING,
                "Plan for " + Printable.name(plan.account().displayName()) + " "
                        + Printable.name(plan.account().userPrincipalName()) + "; nothing is changed");
        plan.about().forEach(line -> screen.paragraph(Tone.PLAIN, "  " + line));
        screen.line(Tone.HEADING, "What was found:");
        plan.items().stream()
                .sorted(Comparator.comparing(item -> item.found().verdict()))
                .forEach(item -> item(item, screen));
        screen.line(Tone.HEADING, "Every call that would change something:");
        for (ResponsePlan.Call call : plan.calls()) {
            screen.paragraph(Tone.PLAIN, "  " + call.step() + ": " + call.what());
            screen.paragraph(Tone.QUIET, "      " + call.call());
        }
        plan.notRead().forEach(source -> screen.paragraph(Tone.CAUTION, "Not read: " + source));
    }

    static JsonObject document(List<ResponsePlan> plans, boolean severalNamed) {
        if (!severalNamed) {
            return document(plans.getFirst());
        }
        var array = new com.google.gson.JsonArray();
        plans.forEach(plan -> array.add(document(plan)));
        var document = new JsonObject();
        document.add("plans", array);
        return document;
    }

    private static JsonObject document(ResponsePlan plan) {
        return PlanDocument.of(
                Word.of(IncidentType.COMPROMISED_ACCOUNT),
                plan.account(),
                plan.items().stream().map(PlanView::item).toList(),
                plan.calls().stream()
                        .map(call -> PlanDocument.call(call.step(), call.what(), call.call()))
                        .toList(),
                plan.notRead());
    }

    private static JsonObject item(ResponsePlan.Item item) {
        Question found = item.found();
        return PlanDocument.item(
                found.kind(), found.id(), found.name(), Word.of(found.verdict()), item.remove(), found.reasons());
    }

    private static void item(ResponsePlan.Item item, Screen screen) {
        Question found = item.found();
        screen.paragraph(
                tone(item),
                "  " + (item.remove() ? "remove " : "keep ") + found.kind() + " " + Printable.name(found.name()) + " ("
                        + Word.of(found.verdict())
                        + (found.removable() ? "" : "; cannot be removed from here yet: for you to review") + ")");
        screen.paragraph(Tone.QUIET, "      id " + found.id());
        found.reasons().forEach(reason -> screen.paragraph(Tone.QUIET, "      - " + reason));
    }

    private static Tone tone(ResponsePlan.Item item) {
        if (item.remove()) {
            return Tone.BAD;
        }
        return item.found().verdict() == Verdict.BENIGN ? Tone.PLAIN : Tone.CAUTION;
    }
}
