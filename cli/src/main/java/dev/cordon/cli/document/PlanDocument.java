package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.incident.Account;
import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Word;
import java.util.List;

/** The document of {@code respond --plan}: every call that would be made, and what would be decided about each thing. */
public final class PlanDocument {
    private PlanDocument() {}

    /**
     * The document of one plan.
     *
     * @param items made by {@link #item}
     * @param calls made by {@link #call}
     */
    public static JsonObject of(
            String procedure, Account account, List<JsonObject> items, List<JsonObject> calls, List<String> notRead) {
        var user = new JsonObject();
        user.addProperty("id", account.objectId());
        user.addProperty("upn", account.userPrincipalName());
        user.addProperty("displayName", account.displayName());
        var document = new JsonObject();
        document.add("user", user);
        document.addProperty("procedure", procedure);
        document.add("items", Members.array(items, item -> item));
        var plan = new JsonObject();
        plan.add("calls", Members.array(calls, call -> call));
        plan.add("notRead", Members.texts(notRead));
        document.add("plan", plan);
        return document;
    }

    /** A thing and what would be decided about it. */
    public static JsonObject item(
            String kind, String id, String name, String verdict, boolean remove, List<String> reasons) {
        var item = new JsonObject();
        item.addProperty("kind", kind);
        item.addProperty("id", id);
        item.addProperty("name", name);
        item.addProperty("verdict", verdict);
        item.addProperty("decision", remove ? "remove" : "keep");
        item.add("reasons", Members.texts(reasons));
        return item;
    }

    /** Somebody who clicked, and whether he reached the page. */
    public static JsonObject person(String user, ClickResult result, List<String> reasons) {
        var person = new JsonObject();
        person.addProperty("user", user);
        person.addProperty("outcome", Word.of(result));
        person.add("reasons", Members.texts(reasons));
        return person;
    }

    /** A change that would be made. */
    public static JsonObject call(String step, String what, String call) {
        var change = new JsonObject();
        change.addProperty("step", step);
        change.addProperty("what", what);
        change.addProperty("call", call);
        return change;
    }
}
