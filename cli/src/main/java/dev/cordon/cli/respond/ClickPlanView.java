package dev.cordon.cli.respond;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.cli.desk.ClickPlan;
import dev.cordon.cli.document.PlanDocument;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.ClickResult;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Word;
import java.util.List;

/** What a response to a phishing click would do, on the screen and as a document. */
final class ClickPlanView {
    private ClickPlanView() {}

    static void show(ClickPlan plan, Screen screen) {
        screen.line(Tone.HEADING, "Who reached the page, as far as it can be told now:");
        plan.people()
                .forEach(person -> screen.paragraph(
                        person.result() == ClickResult.BLOCKED ? Tone.GOOD : Tone.BAD,
                        "  " + Printable.name(person.user()) + ": " + Word.of(person.result()) + ". "
                                + Printable.line(String.join(" ", person.reasons()))));
        screen.line(Tone.HEADING, "The mail:");
        plan.scope().forEach(line -> screen.paragraph(Tone.PLAIN, "  " + Printable.line(line)));
        screen.line(Tone.HEADING, "It would make these changes, in this order:");
        plan.calls()
                .forEach(call -> screen.paragraph(
                        Tone.PLAIN,
                        "  " + call.step() + ": " + Printable.line(call.what()) + "  " + Printable.line(call.call())));
        if (!plan.notRead().isEmpty()) {
            screen.line(Tone.CAUTION, "Not seen:");
            plan.notRead().forEach(line -> screen.paragraph(Tone.CAUTION, "  " + Printable.line(line)));
        }
        screen.line(Tone.GOOD, "Nothing was changed.");
    }

    static JsonObject document(ClickPlan plan) {
        JsonObject document = PlanDocument.of(
                Word.of(IncidentType.PHISHING_CLICK),
                plan.account(),
                List.of(),
                plan.calls().stream()
                        .map(call -> PlanDocument.call(call.step(), call.what(), call.call()))
                        .toList(),
                plan.notRead());
        JsonArray people = new JsonArray();
        plan.people()
                .forEach(person -> people.add(PlanDocument.person(person.user(), person.result(), person.reasons())));
        document.add("people", people);
        JsonArray scope = new JsonArray();
        plan.scope().forEach(scope::add);
        document.add("scope", scope);
        return document;
    }
}
