package dev.cordon.microsoft365.exchange;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Forwarding.Kind;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives forwarding of the mailbox back, each address by itself. That a copy stays is the mailbox's as a whole: it counts with an address
 * while that is set, and is only ever switched on again. What an earlier version took away as one thing, both addresses, comes back so.
 */
public record ForwardingReturn(ExchangeClient exchange) implements Returnable {
    private static final String CMDLET = "Get-Mailbox";
    private static final String COPY = "DeliverToMailboxAndForward";

    /** In what is needed for giving both back. */
    private static final String BOTH = "both";

    @Override
    public boolean reads(String request) {
        return Sheet.isOf(request, CMDLET);
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        return Sheet.rows(answers, CMDLET).stream()
                .flatMap(row -> formers(objectId, row))
                .toList();
    }

    private static Stream<Former> formers(String objectId, JsonItem row) {
        String mailbox =
                Rows.find(row, "ExchangeGuid").or(() -> Rows.find(row, "Guid")).orElse(objectId);
        return Stream.concat(
                Stream.of(Kind.values()).map(kind -> former(mailbox, kind, row)), Stream.of(both(mailbox, row)));
    }

    private static Former former(String mailbox, Kind kind, JsonItem row) {
        String target = target(kind, row);
        Map<String, String> address =
                new Fields().with(kind.parameter(), target).map();
        Map<String, String> copy =
                new Fields().with(COPY, Rows.isTrue(row, COPY)).map();
        Map<String, String> cleared =
                new LinkedHashMap<>(new Fields().with(kind.parameter(), "").map());
        cleared.put(COPY, "");
        String id = kind.idIn(mailbox);
        return (target.isEmpty()
                        ? Former.of(id, id, address, copy)
                        : Former.of(id, id, joined(address, copy), Map.of()))
                .whenRemoved(cleared);
    }

    private static Former both(String mailbox, JsonItem row) {
        Fields settable = new Fields();
        Fields cleared = new Fields();
        for (Kind kind : Kind.values()) {
            settable.with(kind.parameter(), target(kind, row));
            cleared.with(kind.parameter(), "");
        }
        return Former.of(
                        mailbox,
                        mailbox,
                        settable.with(COPY, Rows.isTrue(row, COPY)).map(),
                        Map.of())
                .whenRemoved(cleared.with(COPY, false).map())
                .withMeans(Map.of(BOTH, BOTH));
    }

    private static String target(Kind kind, JsonItem row) {
        return Rows.find(row, kind.parameter())
                .map(ForwardingReturn::withoutScheme)
                .orElse("");
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static String withoutScheme(String address) {
        return address.regionMatches(true, 0, "smtp:", 0, 5) ? address.substring(5) : address;
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        Cmdlet cmdlet = Cmdlet.named("Set-Mailbox").with("Identity", objectId);
        for (Kind kind : Kind.values()) {
            if (former.settable().containsKey(kind.parameter())) {
                cmdlet = cmdlet.with(kind.parameter(), value(kind, former));
            }
        }
        boolean isCopySaid =
                former.means().containsKey(BOTH) || former.field(COPY).equals("true");
        return exchange.change(
                "Set the forwarding of " + objectId + " again",
                objectId,
                isCopySaid ? cmdlet.with(COPY, Fields.element(former.field(COPY))) : cmdlet);
    }

    private static JsonElement value(Kind kind, Former former) {
        String target = Fields.plain(former.field(kind.parameter()));
        return kind == Kind.SMTP_ADDRESS && !target.isEmpty()
                ? new JsonPrimitive("smtp:" + target)
                : Fields.element(former.field(kind.parameter()));
    }
}
