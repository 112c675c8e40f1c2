package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.BETA;
import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SignIn;
import dev.cordon.tenant.SignInLog;
import dev.cordon.tenant.SignInQuestion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The sign-in log over Graph: the released version for interactive sign-ins, beta for the others, which the released one does not show.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/signin-list">List signIns</a>
 */
public record GraphSignInLog(GraphClient graph) implements SignInLog {
    private static final int PAGE = 1000;
    private static final String NEWEST_FIRST = "&$orderby=" + option("createdDateTime desc");

    @Override
    public Reading<List<SignIn>> fetchSignIns(String objectId, Kind kind, Instant from) {
        String filter = "userId eq " + quoted(objectId) + " and createdDateTime ge "
                + from.truncatedTo(ChronoUnit.SECONDS) + onlyOf(kind);
        return new Listing<>(
                        graph,
                        Need.READ_LOGS,
                        "Read the " + words(kind) + " sign-ins of " + objectId,
                        row -> signIn(row, kind))
                .read(path(kind) + "?$filter=" + option(filter) + "&$top=" + PAGE + NEWEST_FIRST)
                .map(rows -> signIns(rows, from));
    }

    @Override
    public Reading<List<AccountSignIn>> fetchSignInsFrom(
            String address, Kind kind, Instant from, Instant until, int mostPages) {
        String filter = "ipAddress eq " + quoted(address) + " and createdDateTime ge "
                + from.truncatedTo(ChronoUnit.SECONDS) + " and createdDateTime le "
                + until.truncatedTo(ChronoUnit.SECONDS) + onlyOf(kind);
        return new Listing<>(
                        graph,
                        Need.READ_LOGS,
                        "Read everybody's " + words(kind) + " sign-ins from " + address,
                        row -> new AccountSignIn(
                                row.textOrEmpty("userId"), row.textOrEmpty("userPrincipalName"), signIn(row, kind)))
                .read(path(kind) + "?$filter=" + option(filter) + "&$top=" + PAGE + NEWEST_FIRST, mostPages)
                .map(rows -> onceEach(rows, from));
    }

    private static List<AccountSignIn> onceEach(List<AccountSignIn> rows, Instant from) {
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> seen.add(row.signIn().id())
                        && !row.signIn().at().isBefore(from.truncatedTo(ChronoUnit.SECONDS)))
                .sorted(Comparator.comparing((AccountSignIn row) -> row.signIn().at())
                        .reversed())
                .toList();
    }

    @Override
    public Reading<Optional<Instant>> fetchNewest(Kind kind) {
        String filter = switch (kind) {
            case INTERACTIVE -> "";
            case NON_INTERACTIVE -> "$filter=" + option(EVENT_TYPE) + "&";
        };
        return graph.get(
                        Need.READ_LOGS,
                        "Read how far the log of " + words(kind) + " sign-ins has come",
                        path(kind) + "?" + filter + "$top=1" + NEWEST_FIRST,
                        GraphSignInLog::newest)
                .reading();
    }

    @Override
    public LogSource<PagePosition<SignInQuestion>> rows() {
        return new SignInRows(graph, false);
    }

    @Override
    public LogSource<PagePosition<SignInQuestion>> rowsWithSessions() {
        return new SignInRows(graph, true);
    }

    private static Optional<Instant> newest(JsonItem page) {
        if (!page.has("value")) {
            throw new UnreadableJson("The page has no member value");
        }
        return page.items("value").stream()
                .flatMap(row -> row.findInstant("createdDateTime").stream())
                .max(Comparator.naturalOrder());
    }

    private static final String EVENT_TYPE = "signInEventTypes/any(t: t eq 'nonInteractiveUser')";

    private static String onlyOf(Kind kind) {
        return switch (kind) {
            case INTERACTIVE -> "";
            case NON_INTERACTIVE -> " and " + EVENT_TYPE;
        };
    }

    private static String path(Kind kind) {
        return switch (kind) {
            case INTERACTIVE -> V1 + "/auditLogs/signIns";
            case NON_INTERACTIVE -> BETA + "/auditLogs/signIns";
        };
    }

    private static String words(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Each row once: pages overlap when rows arrive while we read. */
    private static List<SignIn> signIns(List<SignIn> rows, Instant from) {
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> seen.add(row.id()) && !row.at().isBefore(from))
                .sorted(Comparator.comparing(SignIn::at).reversed())
                .toList();
    }

    private static SignIn signIn(JsonItem row, Kind kind) {
        int errorCode = row.findItem("status")
                .flatMap(status -> status.findInteger("errorCode"))
                .orElseThrow(() -> new UnreadableJson("A sign-in has no status"));
        Optional<JsonItem> location = row.findItem("location");
        return new SignIn(
                row.text("id"),
                row.findInstant("createdDateTime").orElseThrow(() -> new UnreadableJson("A sign-in has no time")),
                kind == Kind.INTERACTIVE,
                errorCode == 0,
                errorCode,
                row.textOrEmpty("ipAddress"),
                location.map(place -> place.textOrEmpty("countryOrRegion")).orElse(""),
                location.map(place -> place.textOrEmpty("city")).orElse(""),
                row.textOrEmpty("userAgent"),
                row.textOrEmpty("appDisplayName"),
                row.textOrEmpty("clientAppUsed"),
                row.textOrEmpty("resourceDisplayName"),
                row.findItem("deviceDetail")
                        .map(device -> device.textOrEmpty("deviceId"))
                        .orElse(""),
                row.find("sessionId").filter(id -> !id.isEmpty()),
                row.find("authenticationProtocol").filter(protocol -> !protocol.isEmpty()),
                mfaByClaim(row),
                row.textOrEmpty("correlationId"));
    }

    private static Optional<Boolean> mfaByClaim(JsonItem row) {
        List<JsonItem> details = row.items("authenticationDetails");
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(details.stream()
                        .map(detail -> detail.textOrEmpty("authenticationStepResultDetail")
                                .toLowerCase(Locale.ROOT))
                        .anyMatch(result -> result.contains("claim in the token")));
    }
}
