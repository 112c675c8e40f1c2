package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TableKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Searching the unified audit log, in one go or in sessions (D9, X26). */
final class AuditCmdlets {

    private static final Map<String, Integer> TYPES = Map.of(
            "exchangeadmin", 1,
            "exchangeitem", 2,
            "azureactivedirectory", 8,
            "azureactivedirectorystslogon", 15,
            "exchangeitemaggregated", 50);
    private static final String LARGE = "ReturnLargeSet";
    private static final String PREVIEW = "ReturnNextPreviewPage";

    /** How far a session has come. */
    private record Session(String command, int position) {
        static final TableKey<Session> TABLE = new TableKey<>("audit-sessions", Session.class);
    }

    private AuditCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(Cmdlet.of(
                "Search-UnifiedAuditLog",
                Access.ORGANISATION_READ,
                "StartDate EndDate Operations UserIds ObjectIds RecordType FreeText IPAddresses SessionId SessionCommand"
                        + " Formatted HighCompleteness LongerRetentionEnabled",
                "D9, X26",
                AuditCmdlets::search));
    }

    private static CmdletResult search(CmdletCall call) {
        var size = size(call);
        var found = matching(call);
        var session = call.find("SessionId");
        var command = call.find("SessionCommand").orElse(PREVIEW);
        if (!command.equalsIgnoreCase(LARGE) && !command.equalsIgnoreCase(PREVIEW)) {
            throw CmdletRefusal.invalid("Cannot convert value \"" + command
                    + "\" to type SessionCommand. Valid names are: " + LARGE + ", " + PREVIEW + ".");
        }
        var large = command.equalsIgnoreCase(LARGE);
        var rows = new ArrayList<>(found);
        if (large) {
            Collections.shuffle(rows, new Random(call.state().chance().seed()));
        }
        var reachable = rows.subList(0, Math.min(rows.size(), large ? 50_000 : 5_000));
        var from = session.map(id -> position(call, id, command)).orElse(0);
        var to = Math.min(reachable.size(), from + size);
        session.ifPresent(id ->
                call.state().table(Session.TABLE).put(id, new Session(command.toLowerCase(Locale.ROOT), to)));
        var shown = new ArrayList<JsonObject>();
        for (var index = Math.min(from, to); index < to; index++) {
            shown.add(row(reachable.get(index), index + 1, found.size()));
        }
        return CmdletResult.of(shown);
    }

    private static int size(CmdletCall call) {
        var size = call.find("ResultSize").map(Integer::valueOf).orElse(100);
        if (size < 1 || size > 5_000) {
            throw CmdletRefusal.invalid("The ResultSize has to lie between 1 and 5000.");
        }
        return size;
    }

    private static int position(CmdletCall call, String session, String command) {
        var known = call.state().table(Session.TABLE).find(session);
        if (known.isPresent() && !known.get().command().equalsIgnoreCase(command)) {
            throw CmdletRefusal.invalid("The session '" + session + "' was begun with another SessionCommand.");
        }
        return known.map(Session::position).orElse(0);
    }

    private static List<UnifiedAuditLog.Row> matching(CmdletCall call) {
        var start = time(call, "StartDate");
        var end = time(call, "EndDate");
        var types = call.texts("RecordType").stream().map(AuditCmdlets::type).toList();
        var text = call.find("FreeText").map(word -> word.toLowerCase(Locale.ROOT));
        return new UnifiedAuditLog(call.tenant())
                .rows().stream()
                        .filter(row -> !row.at().isBefore(start) && row.at().isBefore(end))
                        .filter(row -> types.isEmpty() || types.contains(row.type()))
                        .filter(row -> isAmong(call, "Operations", row.operation()))
                        .filter(row -> isAmong(call, "UserIds", row.user()))
                        .filter(row -> isAmong(call, "ObjectIds", row.objectId()))
                        .filter(row -> call.texts("IPAddresses").isEmpty()
                                || call.texts("IPAddresses").stream()
                                        .anyMatch(ip -> row.data()
                                                .get("ClientIP")
                                                .getAsString()
                                                .startsWith(ip)))
                        .filter(row -> text.isEmpty()
                                || Json.write(row.data())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(text.get()))
                        .toList();
    }

    private static boolean isAmong(CmdletCall call, String parameter, String value) {
        var wanted = call.texts(parameter).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(String::trim)
                .toList();
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }

    private static int type(String word) {
        return Optional.ofNullable(TYPES.get(word.toLowerCase(Locale.ROOT)))
                .or(() -> word.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(word)) : Optional.empty())
                .orElseThrow(
                        () -> CmdletRefusal.invalid("Cannot convert value \"" + word + "\" to type AuditRecordType."));
    }

    private static Instant time(CmdletCall call, String parameter) {
        var text = call.text(parameter);
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw CmdletRefusal.invalid("Cannot convert value \"" + text + "\" to type System.DateTime.");
        }
    }

    private static JsonObject row(UnifiedAuditLog.Row row, int index, int count) {
        return Json.object(
                "RecordType", String.valueOf(row.type()),
                "CreationDate", Rows.time(row.at()),
                "UserIds", row.user(),
                "Operations", row.operation(),
                "AuditData", Json.write(row.data()),
                "ResultIndex", index,
                "ResultCount", count,
                "Identity", row.id(),
                "IsValid", true,
                "ObjectState", "Unchanged");
    }
}
