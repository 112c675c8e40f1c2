package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The envelope of a cmdlet's answer: rows in pages, warnings, and what it would have asked (microsoft365-api.md, I.2). */
final class CmdletAnswers {

    private static final Duration LINK_LIFE = Duration.ofMinutes(30);
    private static final int USUAL_RESULTS = 1000;

    private record Position(int from, Instant issued) {}

    private CmdletAnswers() {}

    static WireResponse answer(Tenant tenant, WireRequest request, JsonObject parameters, CmdletResult result) {
        var now = tenant.state().now();
        var position = position(request, now);
        if (position.issued().plus(LINK_LIFE).isBefore(now)) {
            return ExchangeErrors.plain(
                    400, "BadRequest", "Expired or Invalid pagination request. Default Expiry time is 00:30:00");
        }
        var warnings = new ArrayList<>(result.warnings());
        var rows = limited(parameters, result.rows(), warnings);
        var to = Math.min(rows.size(), position.from() + pageSize(request));
        var shown = rows.subList(Math.min(position.from(), to), to);
        var context = request.origin() + "/adminapi/beta/" + tenant.tenantId()
                + "/$metadata#Collection(Exchange.GenericHashTable)";
        var body = Json.object(
                "@odata.context", context,
                "adminapi.warnings@odata.type", "#Collection(String)",
                "@adminapi.warnings", warnings);
        if (result.confirmation() != null) {
            body.addProperty("@adminapi.confirmationmessage", result.confirmation());
        }
        body.add(
                "value",
                Json.array(shown.stream()
                        .map(row -> Rows.annotated(project(request, row)))
                        .toList()));
        if (to < rows.size()) {
            body.addProperty("@odata.nextLink", link(request, to, now));
        }
        return WireResponse.json(200, body)
                .with("OData-Version", "4.0")
                .with("Rate-Limit-Limit", "30000")
                .with("Rate-Limit-Remaining", "29990")
                .with("Rate-Limit-Reset", Rows.time(now.plusSeconds(600)));
    }

    private static JsonObject project(WireRequest request, JsonObject row) {
        var select = request.parameters().get("$select");
        if (select == null || select.isEmpty()) {
            return row;
        }
        var names = List.of(select.split(","));
        var projected = new JsonObject();
        row.entrySet().stream()
                .filter(member -> names.stream().anyMatch(member.getKey()::equalsIgnoreCase))
                .forEach(member -> projected.add(member.getKey(), member.getValue()));
        return projected;
    }

    private static List<JsonObject> limited(JsonObject parameters, List<JsonObject> rows, List<String> warnings) {
        var limit = parameters.get("ResultSize") instanceof JsonPrimitive size
                ? size.getAsString().equalsIgnoreCase("Unlimited") ? Integer.MAX_VALUE : size.getAsInt()
                : USUAL_RESULTS;
        if (rows.size() <= limit) {
            return rows;
        }
        warnings.add(
                "There are more results available than are currently displayed. To view them, increase the value for"
                        + " the ResultSize parameter.");
        return rows.subList(0, limit);
    }

    private static int pageSize(WireRequest request) {
        var prefer = request.header("prefer").orElse("");
        var at = prefer.indexOf("odata.maxpagesize=");
        var digits = at < 0
                ? ""
                : prefer.substring(at + "odata.maxpagesize=".length()).replaceAll("\\D.*", "");
        return digits.isEmpty() ? 100 : Math.clamp(Long.parseLong(digits), 1, 1000);
    }

    private static Position position(WireRequest request, Instant now) {
        var token = request.parameters().get("$skiptoken");
        if (token == null) {
            return new Position(0, now);
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(";");
            return new Position(Integer.parseInt(plain[0]), Instant.ofEpochSecond(Long.parseLong(plain[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            return new Position(0, Instant.EPOCH);
        }
    }

    private static String link(WireRequest request, int from, Instant now) {
        var token = (from + ";" + now.getEpochSecond()).getBytes(StandardCharsets.US_ASCII);
        return request.origin() + request.path() + "?$skiptoken="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
