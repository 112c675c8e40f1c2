package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.Command;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of a cmdlet, with its parameters as they came; names of parameters without regard to case. */
record CmdletCall(
        Tenant tenant, Cmdlet cmdlet, JsonObject parameters, AccessToken token, WireRequest request, Command command) {

    CmdletCall(Tenant tenant, Cmdlet cmdlet, JsonObject parameters, AccessToken token, WireRequest request) {
        this(tenant, cmdlet, parameters, token, request, new Command(cmdlet.name(), parameters));
    }

    TenantState state() {
        return tenant.state();
    }

    Mailboxes mailboxes() {
        return new Mailboxes(state());
    }

    Cause cause() {
        var source = request.source();
        return new Cause(token.actor().from(source.ip(), source.userAgent()), request.requestId(), command);
    }

    boolean has(String name) {
        return parameters.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The parameter's value; JSON null when it is absent or null. */
    JsonElement value(String name) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(JsonNull.INSTANCE);
    }

    Optional<String> find(String name) {
        return value(name) instanceof JsonPrimitive primitive ? Optional.of(primitive.getAsString()) : Optional.empty();
    }

    String text(String name) {
        return find(name).orElseThrow(() -> CmdletRefusal.missing(name));
    }

    boolean flag(String name) {
        return find(name).filter(text -> text.equalsIgnoreCase("true")).isPresent();
    }

    /** A whole number from 1 on. */
    int number(String name, int absent, int most) {
        var text = find(name);
        if (text.isEmpty()) {
            return absent;
        }
        if (!text.get().matches("[0-9]{1,6}")
                || Integer.parseInt(text.get()) < 1
                || Integer.parseInt(text.get()) > most) {
            throw CmdletRefusal.invalid("The " + name + " has to lie between 1 and " + most + ".");
        }
        return Integer.parseInt(text.get());
    }

    /** Whether a value is among those that were asked for, without regard to case; so it is when none were. */
    boolean asksFor(String name, String value) {
        var wanted = texts(name);
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }

    /** A list, or one value as a list of one. */
    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        switch (value(name)) {
            case JsonArray array -> array.forEach(item -> texts.add(item.getAsString()));
            case JsonPrimitive single -> texts.add(single.getAsString());
            default -> {}
        }
        return texts;
    }

    /** The mailbox a parameter names; everything behind a colon or backslash is left aside. */
    Mailbox mailbox(String name) {
        return mailboxNamed(find(name).or(() -> ownName(name)).orElseThrow(() -> CmdletRefusal.missing(name)));
    }

    private Optional<String> ownName(String name) {
        return cmdlet.own() && !name.equals("Identity") ? Optional.ofNullable(token.userId()) : Optional.empty();
    }

    /** The mailbox of that name, which the caller may touch. */
    Mailbox mailboxNamed(String name) {
        var plain = name.contains("\\") ? name.substring(0, name.indexOf('\\')) : name;
        var mailbox = mailboxes()
                .find(plain.contains(":") ? plain.substring(0, plain.indexOf(':')) : plain)
                .orElseThrow(() -> CmdletRefusal.notFound(name));
        request.trace().target(mailbox.ownerId());
        if (!cmdlet.access().suits(token.roles()) && !mailbox.ownerId().equals(token.userId())) {
            throw CmdletRefusal.outOfScope();
        }
        return visible(mailbox);
    }

    /** The mailbox as the directory shows it by now. */
    private Mailbox visible(Mailbox mailbox) {
        return state().table(Mailbox.TABLE)
                .findVisible(mailbox.ownerId(), state().now())
                .orElse(mailbox);
    }

    /** Says which item of the mailbox it is about. */
    void target(Mailbox mailbox, String item) {
        request.trace().target(mailbox.ownerId() + "/" + item);
    }
}
