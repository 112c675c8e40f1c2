package dev.cordon.simulator.logs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.population.DrawnSignIns;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.population.Place;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.DurationRange;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sign-in log: everybody's ordinary days, the scenario's named sign-ins, and those of the running tenant. */
public final class SignInLog {

    private static final List<String> APPS =
            List.of("Office 365 Exchange Online", "Microsoft Teams", "OfficeHome", "Microsoft Office");

    /** The properties of an outline. */
    static final Set<String> OUTLINED =
            Set.of("id", "createdDateTime", "userId", "ipAddress", "isInteractive", "signInEventTypes");

    private static final Comparator<LogRow> NEWEST_FIRST =
            Comparator.comparing(LogRow::at).reversed();

    private final Tenant tenant;
    private final TenantState state;
    private final Map<String, List<LogRow>> ordinary;

    /** What was drawn already, for whoever reads the log. */
    private record Drawn(Map<String, List<LogRow>> byPerson) {}

    /** The log of that tenant. */
    public SignInLog(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.ordinary = state.derived(Drawn.class, () -> new Drawn(new ConcurrentHashMap<>()))
                .byPerson();
    }

    /** The rows that can be read now, of one person or (empty) of all, between the times, the newest first. */
    List<LogRow> rows(Optional<String> userId, Instant from, Instant to, boolean interactive) {
        var now = state.now();
        var usual = userId.map(id ->
                        state.table(User.TABLE).find(id).map(this::ordinary).orElse(List.of()))
                .orElseGet(this::everybodys);
        var rows = new ArrayList<LogRow>();
        Stream.of(usual, named(), happened())
                .flatMap(List::stream)
                .filter(row -> row.interactive() == interactive
                        && !row.at().isAfter(now)
                        && !row.at().isBefore(from)
                        && !row.at().isAfter(to)
                        && !row.visibleAt().isAfter(now)
                        && (userId.isEmpty() || userId.get().equals(row.userId())))
                .forEach(rows::add);
        rows.sort(NEWEST_FIRST); // nearly in order already
        return rows;
    }

    /** What most filters look at. */
    JsonObject outline(LogRow row) {
        return Json.object(
                "id",
                row.id(),
                "createdDateTime",
                Json.time(row.at()),
                "userId",
                row.userId(),
                "ipAddress",
                row.ip(),
                "isInteractive",
                row.interactive(),
                "signInEventTypes",
                List.of(row.userId().isEmpty() ? "servicePrincipal" : eventType(row.interactive())));
    }

    private static String eventType(boolean interactive) {
        return interactive ? "interactiveUser" : "nonInteractiveUser";
    }

    /** Everybody's ordinary days, drawn when they are first asked for. */
    private List<LogRow> everybodys() {
        return ordinary.computeIfAbsent(
                "", // nobody's id
                _ -> Stream.concat(
                                state.table(User.TABLE).all().stream()
                                        .filter(SignInLog::worksHere)
                                        .flatMap(user -> drawn(user).stream()),
                                volume().filter(row -> !row.userId().isEmpty()))
                        .sorted(NEWEST_FIRST)
                        .toList());
    }

    private static boolean worksHere(User user) {
        return !user.guest() && user.licensed();
    }

    /** Until when the log has everything, as far as sign-ins of this kind go. */
    public Instant completeThrough(boolean interactive) {
        var now = state.now();
        return Stream.of(lateVolume(), named(), happened())
                .flatMap(List::stream)
                .filter(row -> row.interactive() == interactive
                        && !row.at().isAfter(now)
                        && row.visibleAt().isAfter(now))
                .map(LogRow::at)
                .min(Instant::compareTo)
                .map(first -> first.minusMillis(1))
                .orElse(now);
    }

    private Instant visible(Instant at, boolean interactive, Object... words) {
        var delays = state.scenario().delays().logs();
        return at.plus((interactive ? delays.signIns() : delays.nonInteractive())
                .draw(state.chance().generator("sign-in-delay", List.of(words))));
    }

    private List<LogRow> happened() {
        return state.events().stream()
                .filter(event -> event.activity() == Activity.SIGN_IN)
                .map(this::row)
                .toList();
    }

    private LogRow row(TenantEvent event) {
        var interactive = Json.bool(event.after(), "interactive").orElse(true);
        var id = state.chance().guid("sign-in", event.number());
        return new LogRow(
                id,
                event.at(),
                visible(event.at(), interactive, event.number()),
                event.ownerId(),
                interactive,
                Json.text(event.after(), "ip").orElse(""),
                () -> shape(facts(event), id, event.at(), event.correlationId(), interactive));
    }

    private JsonObject facts(TenantEvent event) {
        var facts = event.after().deepCopy();
        state.scenario().attacker().from().stream()
                .filter(origin -> origin.ip().equals(event.actor().ip()))
                .findFirst()
                .ifPresent(origin -> {
                    facts.addProperty("country", origin.country());
                    facts.addProperty("city", origin.city());
                });
        return facts;
    }

    private List<LogRow> named() {
        var rows = new ArrayList<LogRow>();
        var history = state.scenario().history().signIns();
        for (var number = 0; number < history.size(); number++) {
            rows.add(row(history.get(number), number));
        }
        return rows;
    }

    private LogRow row(History.SignIn signIn, int number) {
        var id = state.chance().guid("named-sign-in", number);
        var user = state.table(User.TABLE).all().stream()
                .filter(each -> each.userPrincipalName().equalsIgnoreCase(signIn.user()))
                .findFirst();
        var userId = user.map(User::id).orElse("");
        var usual = Habits.of(userId, zone(), state.chance());
        var ip = Objects.requireNonNullElse(signIn.ip(), usual.officeIp());
        var session = signIn.session();
        var facts = Json.object(
                "userId", userId,
                "userPrincipalName", signIn.user(),
                "appDisplayName", Objects.requireNonNullElse(signIn.app(), "OfficeHome"),
                "resourceDisplayName", Objects.requireNonNullElse(signIn.resource(), "Microsoft Graph"),
                "errorCode", signIn.errorCode(),
                "mfa", signIn.mfa(),
                "protocol", signIn.protocol(),
                "clientAppUsed", signIn.clientApp(),
                "device", signIn.device(),
                "claim", signIn.by() == Author.ATTACKER,
                "ip", ip,
                "country", Objects.requireNonNullElse(signIn.country(), usual.country()),
                "city", signIn.city() == null && signIn.country() == null ? usual.city() : signIn.city(),
                "userAgent", Objects.requireNonNullElse(signIn.userAgent(), usual.browser()),
                "sessionId", state.chance().guid("session-of", session == null ? id : session));
        return new LogRow(
                id,
                signIn.at(),
                visible(signIn.at(), signIn.interactive(), "named", number),
                userId,
                signIn.interactive(),
                ip,
                () -> shape(facts, id, signIn.at(), id, signIn.interactive()));
    }

    private String zone() {
        return state.scenario().organisation().timeZone().getId();
    }

    private List<LogRow> ordinary(User user) {
        return worksHere(user)
                ? ordinary.computeIfAbsent(
                        user.id(),
                        _ -> Stream.concat(
                                        drawn(user).stream(),
                                        volume().filter(row -> row.userId().equals(user.id())))
                                .sorted(NEWEST_FIRST)
                                .toList())
                : List.of();
    }

    /** The rows of people in {@code history.drawn}, which alone of the drawn ones may be late. */
    private List<LogRow> lateVolume() {
        return ordinary.computeIfAbsent(
                "volume", _ -> volume().filter(row -> !row.userId().isEmpty()).toList());
    }

    /** The rows of {@code history.drawn}, those of applications with nobody's id. */
    private Stream<LogRow> volume() {
        return DrawnSignIns.of(state).all().stream().map(this::row);
    }

    private LogRow row(DrawnSignIns.SignIn signIn) {
        var id = state.chance().guid("drawn-sign-in-id", signIn.number());
        var user = signIn.user();
        var delays = state.scenario().delays().logs();
        var visible =
                signIn.at().plus(share(signIn.interactive() ? delays.signIns() : delays.nonInteractive(), signIn));
        if (user == null) {
            return new LogRow(
                    id,
                    signIn.at(),
                    visible,
                    "",
                    false,
                    appIp(signIn.app()),
                    () -> appShape(id, signIn.at(), signIn.app(), null, 0, appIp(signIn.app()), null, null));
        }
        var usual = Habits.of(user.id(), zone(), state.chance());
        var place = Place.of(state, user, usual, signIn.at(), signIn.evening());
        return new LogRow(
                id,
                signIn.at(),
                visible,
                user.id(),
                signIn.interactive(),
                place.ip(),
                () -> shape(usual(signIn, user, usual, place), id, signIn.at(), id, signIn.interactive()));
    }

    private JsonObject usual(DrawnSignIns.SignIn signIn, User user, Habits usual, Place place) {
        return Json.object(
                "userId",
                user.id(),
                "userPrincipalName",
                user.userPrincipalName(),
                "appDisplayName",
                signIn.app(),
                "resourceDisplayName",
                signIn.interactive() ? "Microsoft Graph" : signIn.app(),
                "errorCode",
                signIn.failed() ? 50126 : 0,
                "mfa",
                !signIn.failed(),
                "claim",
                true,
                "device",
                signIn.evening() ? null : "usual",
                "ip",
                place.ip(),
                "country",
                place.country(),
                "city",
                place.city(),
                "userAgent",
                signIn.evening() ? usual.phone() : usual.browser(),
                "sessionId",
                state.chance()
                        .guid("usual-session", user.id(), device(signIn.evening()), "drawn", signIn.number() / 500));
    }

    /** What one session stays on. */
    private static String device(boolean evening) {
        return evening ? "telephone" : "computer";
    }

    private static Duration share(DurationRange range, DrawnSignIns.SignIn signIn) {
        var width = range.max().minus(range.min()).toMillis();
        return range.min().plusMillis((long) (width * signIn.delay()));
    }

    /** Where an application usually works from. */
    private String appIp(String app) {
        return "192.0.2." + (100 + state.chance().generator("app-address", app).nextInt(50));
    }

    /** The sign-ins of applications by themselves that can be read now, between the times, the newest first (D2). */
    List<LogRow> appRows(Instant from, Instant to) {
        var now = state.now();
        var drawn = ordinary.computeIfAbsent(
                "applications",
                _ -> volume().filter(row -> row.userId().isEmpty()).toList());
        var rows = new ArrayList<LogRow>();
        Stream.concat(drawn.stream(), namedApps().stream())
                .filter(row -> !row.at().isBefore(from)
                        && !row.at().isAfter(to)
                        && !row.visibleAt().isAfter(now))
                .forEach(rows::add);
        rows.sort(NEWEST_FIRST);
        return rows;
    }

    private List<LogRow> namedApps() {
        var rows = new ArrayList<LogRow>();
        var named = state.scenario().history().appSignIns();
        for (var number = 0; number < named.size(); number++) {
            for (var time = 0; time < named.get(number).times(); time++) {
                rows.add(row(named.get(number), number, time));
            }
        }
        return rows;
    }

    private LogRow row(History.AppSignIn signIn, int number, int time) {
        var id = time == 0
                ? state.chance().guid("named-app-sign-in", number)
                : state.chance().guid("named-app-sign-in", number, time);
        var at = signIn.at().plus(signIn.every().multipliedBy(time));
        var ip = Objects.requireNonNullElse(signIn.ip(), appIp(signIn.app()));
        return new LogRow(
                id,
                at,
                time == 0 ? visible(at, false, "named-app", number) : visible(at, false, "named-app", number, time),
                "",
                false,
                ip,
                () -> appShape(
                        id,
                        at,
                        signIn.app(),
                        signIn.resource(),
                        signIn.errorCode(),
                        ip,
                        signIn.country(),
                        signIn.city()));
    }

    private JsonObject appShape(
            String id,
            Instant at,
            String app,
            @Nullable String resource,
            int errorCode,
            String ip,
            @Nullable String country,
            @Nullable String city) {
        var facts = Json.object(
                "userId",
                "",
                "userPrincipalName",
                "",
                "appDisplayName",
                app,
                "resourceDisplayName",
                Objects.requireNonNullElse(resource, "Microsoft Graph"),
                "errorCode",
                errorCode,
                "mfa",
                false,
                "ip",
                ip,
                "country",
                country,
                "city",
                city,
                "userAgent",
                null,
                "sessionId",
                null);
        var row = shape(facts, id, at, id, false);
        row.addProperty("servicePrincipalId", state.chance().guid("service-principal-of", app));
        row.addProperty("servicePrincipalName", app);
        row.add("signInEventTypes", Json.array("servicePrincipal"));
        return row;
    }

    /** How many rows there are by now, and how many of them can be read; applications apart from people. */
    public JsonObject count(Optional<Boolean> interactive) {
        var now = state.now();
        var kept = now.minus(Duration.ofDays(30));
        var rows = interactive.isPresent()
                ? Stream.of(everybodys(), named(), happened()).flatMap(List::stream)
                : Stream.concat(
                        ordinary
                                .computeIfAbsent(
                                        "applications",
                                        _ -> volume().filter(row -> row.userId().isEmpty())
                                                .toList())
                                .stream(),
                        namedApps().stream());
        var existing = rows.filter(row -> interactive.isEmpty() || row.interactive() == interactive.get())
                .filter(row -> !row.at().isAfter(now) && !row.at().isBefore(kept))
                .toList();
        return Json.object(
                "exist",
                existing.stream().map(LogRow::id).distinct().count(),
                "readable",
                existing.stream()
                        .filter(row -> !row.visibleAt().isAfter(now))
                        .map(LogRow::id)
                        .distinct()
                        .count());
    }

    private List<LogRow> drawn(User user) {
        var noise = state.scenario().history().noise();
        var today = state.scenario().start().truncatedTo(ChronoUnit.DAYS);
        var usual = Habits.of(user.id(), zone(), state.chance());
        var rows = new ArrayList<LogRow>();
        for (var day = 0; day < noise.days(); day++) {
            var date = today.minus(Duration.ofDays(day));
            var weekday = date.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() < 6;
            var count = weekday ? noise.signInsPerPersonPerDay() : noise.signInsPerPersonPerDay() / 6;
            for (var number = 0; number < count; number++) {
                draw(user, usual, date, day * 1000 + number, rows);
            }
        }
        rows.sort(NEWEST_FIRST);
        return rows;
    }

    private void draw(User user, Habits usual, Instant date, int number, List<LogRow> rows) {
        var random = state.chance().generator("ordinary", user.id(), number);
        var at = date.plusSeconds(6 * 3600L + random.nextInt(13 * 3600));
        if (!at.isBefore(state.scenario().start())) {
            return;
        }
        var interactive = random.nextInt(3) == 0;
        var id = state.chance().guid("ordinary-id", user.id(), number);
        var evening = at.atOffset(ZoneOffset.UTC).getHour() >= 17;
        var wrong = random.nextInt(60) == 0;
        var app = APPS.get(random.nextInt(APPS.size()));
        var place = Place.of(state, user, usual, at, evening);
        rows.add(new LogRow(
                id,
                at,
                at,
                user.id(),
                interactive,
                place.ip(),
                () -> shape(
                        Json.object(
                                "userId",
                                user.id(),
                                "userPrincipalName",
                                user.userPrincipalName(),
                                "appDisplayName",
                                app,
                                "resourceDisplayName",
                                interactive ? "Microsoft Graph" : app,
                                "errorCode",
                                wrong && interactive ? 50126 : 0,
                                "mfa",
                                !wrong,
                                "claim",
                                true,
                                "device",
                                evening ? null : "usual",
                                "ip",
                                place.ip(),
                                "country",
                                place.country(),
                                "city",
                                place.city(),
                                "userAgent",
                                evening ? usual.phone() : usual.browser(),
                                "sessionId",
                                state.chance().guid("usual-session", user.id(), device(evening), number / 7000)),
                        id,
                        at,
                        id,
                        interactive)));
    }

    private JsonObject shape(JsonObject facts, String id, Instant at, String correlationId, boolean interactive) {
        var user = state.table(User.TABLE).find(text(facts, "userId", ""));
        var error = facts.get("errorCode").getAsInt();
        var strong = Json.bool(facts, "mfa").orElse(false);
        var row = Json.object(
                "id", id,
                "createdDateTime", Json.time(at),
                "userDisplayName", user.map(User::displayName),
                "userPrincipalName", text(facts, "userPrincipalName", "").toLowerCase(Locale.ROOT),
                "userId", facts.get("userId"),
                "appId", text(facts, "appId", state.chance().guid("app-of", text(facts, "appDisplayName", ""))),
                "appDisplayName", facts.get("appDisplayName"),
                "ipAddress", facts.get("ip"),
                "clientAppUsed",
                        text(facts, "clientAppUsed", interactive ? "Browser" : "Mobile Apps and Desktop clients"),
                "correlationId", correlationId,
                "conditionalAccessStatus", error == 0 ? "success" : "notApplied",
                "isInteractive", interactive,
                "riskDetail", "hidden",
                "riskLevelAggregated", "hidden",
                "riskLevelDuringSignIn", "hidden",
                "riskState", "none",
                "riskEventTypes", List.of(),
                "riskEventTypes_v2", List.of(),
                "resourceDisplayName", text(facts, "resourceDisplayName", Resource.GRAPH.displayName()),
                "resourceId", text(facts, "resourceId", Resource.GRAPH.appId()),
                "userAgent", facts.get("userAgent"),
                "status",
                        Json.object(
                                "errorCode", error,
                                "failureReason",
                                        error == 0
                                                ? "Other."
                                                : text(
                                                        facts,
                                                        "failureReason",
                                                        "Error validating credentials due to invalid username or password."),
                                "additionalDetails", strong ? "MFA requirement satisfied by claim in the token" : null),
                "deviceDetail", device(facts),
                "location", location(facts),
                "appliedConditionalAccessPolicies", List.of());
        beta(row, facts, at, strong, interactive);
        return row;
    }

    private void beta(JsonObject row, JsonObject facts, Instant at, boolean strong, boolean interactive) {
        row.addProperty("homeTenantId", tenant.tenantId());
        row.addProperty("resourceTenantId", tenant.tenantId());
        row.add("sessionId", facts.get("sessionId"));
        row.addProperty(
                "uniqueTokenIdentifier",
                state.chance().letters(22, "uti", row.get("id").getAsString()));
        row.addProperty("incomingTokenType", interactive ? "none" : "refreshToken");
        row.addProperty(
                "authenticationRequirement", strong ? "multiFactorAuthentication" : "singleFactorAuthentication");
        row.addProperty("authenticationProtocol", text(facts, "protocol", "none"));
        row.addProperty("originalTransferMethod", "none");
        row.addProperty("crossTenantAccessType", "none");
        row.addProperty("tokenIssuerType", "AzureAD");
        row.addProperty("autonomousSystemNumber", Math.abs(text(facts, "ip", "").hashCode() % 60_000));
        row.add("signInEventTypes", Json.array(eventType(interactive)));
        row.add(
                "authenticationDetails",
                strong && interactive
                        ? Json.array(Json.object(
                                "authenticationStepDateTime",
                                Json.time(at),
                                "authenticationMethod",
                                Json.bool(facts, "claim").orElse(false) ? "Previously satisfied" : "Password",
                                "authenticationMethodDetail",
                                null,
                                "succeeded",
                                true,
                                "authenticationStepResultDetail",
                                "MFA requirement satisfied by claim in the token",
                                "authenticationStepRequirement",
                                "Primary authentication"))
                        : Json.array());
    }

    private JsonObject device(JsonObject facts) {
        var agent = text(facts, "userAgent", "");
        var known = facts.has("device") && !facts.get("device").isJsonNull();
        return Json.object(
                "deviceId",
                        known
                                ? state.chance()
                                        .guid("device-id", state.chance().guid("device", text(facts, "userId", "")))
                                : "",
                "displayName", known ? text(facts, "device", "") : "",
                "operatingSystem",
                        agent.contains("Windows")
                                ? "Windows10"
                                : agent.contains("iPhone")
                                        ? "Ios"
                                        : agent.contains("Android")
                                                ? "Android"
                                                : agent.contains("Mac OS") ? "MacOs" : "",
                "browser",
                        agent.contains("Edg/")
                                ? "Edge 133.0.0"
                                : agent.contains("Chrome/") ? "Chrome" : agent.contains("Safari/") ? "Safari" : "",
                "isCompliant", known,
                "isManaged", known,
                "trustType", known ? "Azure AD joined" : "");
    }

    private static JsonObject location(JsonObject facts) {
        return Json.object(
                "city", text(facts, "city", ""),
                "state", "",
                "countryOrRegion", text(facts, "country", ""),
                "geoCoordinates", Json.object("altitude", null, "latitude", null, "longitude", null));
    }

    private static String text(JsonObject facts, String name, String absent) {
        JsonElement value = facts.get(name);
        return value == null || value.isJsonNull() ? absent : value.getAsString();
    }
}
