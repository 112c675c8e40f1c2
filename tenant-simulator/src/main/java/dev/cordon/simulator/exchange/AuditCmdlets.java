package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.exchange.UnifiedAuditLog.Row;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Searches;
import dev.cordon.simulator.state.TableKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Searching the unified audit log, in one go or in sessions (D9, X26). */
final class AuditCmdlets {

    private static final Map<String, Integer> TYPES = Map.of(
            "exchangeadmin", 1,
            "exchangeitem", 2,
            "exchangeitemgroup", 3,
            "sharepointfileoperation", 6,
            "azureactivedirectory", 8,
            "azureactivedirectorystslogon", 15,
            "exchangeitemaggregated", 50,
            "exchangesearch", 101);
    private static final String LARGE = "ReturnLargeSet";
    private static final String PREVIEW = "ReturnNextPreviewPage";

    private static final int MOST_LARGE = 50_000;
    private static final int MOST_PREVIEW = 5_000;

    /**
     * A search that is read page by page: what it found when it was begun, and how far it has come.
     *
     * @param from where the page that was given last begins
     * @param to where it ends
     * @param pages how many were given
     * @param broken whether it gives nothing more, without having come to its end
     */
    private record Session(String command, List<Row> rows, int count, int from, int to, int pages, boolean broken) {
        static final TableKey<Session> TABLE = new TableKey<>("audit-sessions", Session.class);

        Session at(int newFrom, int newTo, int newPages, boolean nowBroken) {
            return new Session(command, rows, count, newFrom, newTo, newPages, nowBroken);
        }
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
        var command = call.find("SessionCommand").orElse(PREVIEW);
        if (!command.equalsIgnoreCase(LARGE) && !command.equalsIgnoreCase(PREVIEW)) {
            throw CmdletRefusal.invalid("Cannot convert value \"" + command
                    + "\" to type SessionCommand. Valid names are: " + LARGE + ", " + PREVIEW + ".");
        }
        var id = call.find("SessionId");
        var known = id.flatMap(call.state().table(Session.TABLE)::find);
        known.filter(session -> !session.command().equalsIgnoreCase(command)).ifPresent(_ -> {
            throw CmdletRefusal.invalid("The session '" + id.orElse("") + "' was begun with another SessionCommand.");
        });
        if (known.isPresent() && call.request().parameters().containsKey("$skiptoken")) {
            return page(known.get()); // the rest of the same answer
        }
        var next = turn(call.state().scenario().searches(), known.orElseGet(() -> begin(call, command)), size);
        id.ifPresent(name -> call.state().table(Session.TABLE).put(name, next));
        return page(next);
    }

    /** A large set stands in no order and ends at fifty thousand, a preview at five thousand (D9, X26). */
    private static Session begin(CmdletCall call, String command) {
        var found = matching(call);
        var every = call.state().scenario().searches().duplicates();
        var rows = new ArrayList<>(found);
        var large = command.equalsIgnoreCase(LARGE);
        for (var number = 1; number <= found.size(); number++) {
            if (Searches.isTurn(every, number)) {
                rows.add(large ? rows.size() : Math.min(rows.size(), number + every), found.get(number - 1));
            }
        }
        if (large) {
            Collections.shuffle(rows, new Random(call.state().chance().seed()));
        }
        var reachable = rows.subList(0, Math.min(rows.size(), large ? MOST_LARGE : MOST_PREVIEW));
        return new Session(command, List.copyOf(reachable), rows.size(), 0, 0, 0, false);
    }

    /** The session after one more page, which may be short, repeat, or be the last without saying so. */
    private static Session turn(Searches wrong, Session session, int size) {
        var pages = session.pages() + 1;
        var rows = session.rows().size();
        if (session.broken()) {
            return session.at(rows, rows, pages, true);
        }
        if (session.to() >= rows && rows < session.count() && rows > 0) {
            return session.at(Math.max(0, rows - size), rows, pages, false); // past its limit it repeats its end
        }
        var shown = Searches.isTurn(wrong.shortPages(), pages) ? Math.max(1, size / 3) : size;
        var back =
                Searches.isTurn(wrong.repeats(), pages) && session.to() < rows ? Math.min(session.to(), shown / 4) : 0;
        var from = session.to() - back;
        var to = Math.min(rows, from + shown);
        return session.at(from, to, pages, to < rows && Searches.isTurn(wrong.breaks(), pages));
    }

    /** The rows of the page; in a session that has just broken none knows its place any more (D9). */
    private static CmdletResult page(Session session) {
        var shown = session.rows().subList(session.from(), session.to());
        return CmdletResult.written(new AbstractList<>() {
            @Override
            public JsonObject get(int index) {
                return session.broken()
                        ? row(shown.get(index), -1, 0)
                        : row(shown.get(index), session.from() + index + 1, session.count());
            }

            @Override
            public int size() {
                return shown.size();
            }
        });
    }

    private static int size(CmdletCall call) {
        var size = call.find("ResultSize").map(Integer::valueOf).orElse(100);
        if (size < 1 || size > 5_000) {
            throw CmdletRefusal.invalid("The ResultSize has to lie between 1 and 5000.");
        }
        return size;
    }

    private static List<Row> matching(CmdletCall call) {
        var search = new AuditSearch(
                time(call, "StartDate"),
                time(call, "EndDate"),
                call.texts("RecordType").stream().map(AuditCmdlets::type).collect(Collectors.toSet()),
                words(call, "Operations"),
                words(call, "UserIds"),
                words(call, "ObjectIds"),
                call.texts("IPAddresses"),
                call.find("FreeText").orElse(""));
        return search.in(new UnifiedAuditLog(call.tenant()), call.state().now());
    }

    private static List<String> words(CmdletCall call, String parameter) {
        return call.texts(parameter).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(String::trim)
                .toList();
    }

    private static int type(String word) {
        return Optional.ofNullable(TYPES.get(word.toLowerCase(Locale.ROOT)))
                .or(() -> word.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(word)) : Optional.empty())
                .orElseThrow(
                        () -> CmdletRefusal.invalid("Cannot convert value \"" + word + "\" to type AuditRecordType."));
    }

    static Instant time(CmdletCall call, String parameter) {
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

    private static JsonObject row(Row row, int index, int count) {
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
