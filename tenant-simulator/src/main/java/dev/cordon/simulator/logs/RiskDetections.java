package dev.cordon.simulator.logs;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Attacker;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Identity Protection has noticed (E16): the attacker's sign-ins, each when it was found and not before. Without the
 * right password there is no detection. A stolen session is found an hour later; a sign-in that stopped at the second
 * factor within minutes. Of a session of the running tenant only the first sign-in is reported.
 */
final class RiskDetections {

    private static final Duration OFFLINE = Duration.ofHours(1);
    private static final Duration REAL_TIME = Duration.ofMinutes(5);

    /** Refusals that come after the right password. */
    private static final Set<Integer> PASSWORD_WAS_RIGHT = Set.of(50055, 50072, 50074, 50076, 50079, 53003, 500121);

    private final TenantState state;

    RiskDetections(TenantState state) {
        this.state = state;
    }

    /** Those that can be read now, the newest first. */
    List<RiskDetection> readable() {
        var all = new ArrayList<RiskDetection>();
        var history = state.scenario().history().signIns();
        for (var number = 0; number < history.size(); number++) {
            named(history.get(number), number).ifPresent(all::add);
        }
        var sessions = new HashSet<String>();
        state.events().stream()
                .filter(event ->
                        event.activity() == Activity.SIGN_IN && event.actor().caller() == Caller.ATTACKER)
                .filter(event -> isNoticed(code(event)))
                .filter(event -> sessions.add(event.ownerId()
                        + Json.text(event.after(), "sessionId")
                                .orElse(event.actor().ip())))
                .map(this::happened)
                .forEach(all::add);
        state.events().stream()
                .filter(event -> event.activity() == Activity.CONFIRM_COMPROMISED)
                .map(this::confirmed)
                .forEach(all::add);
        var now = state.now();
        return all.stream()
                .filter(detection -> !detection.detectedAt().isAfter(now))
                .sorted(Comparator.comparing(RiskDetection::detectedAt).reversed())
                .toList();
    }

    private static boolean isNoticed(int errorCode) {
        return errorCode == 0 || PASSWORD_WAS_RIGHT.contains(errorCode);
    }

    private static int code(TenantEvent event) {
        return event.after().get("errorCode").getAsInt();
    }

    private Optional<RiskDetection> named(History.SignIn signIn, int number) {
        if (signIn.by() != Author.ATTACKER || !isNoticed(signIn.errorCode())) {
            return Optional.empty();
        }
        var signInId = state.chance().guid("named-sign-in", number);
        return Optional.of(new RiskDetection(
                state.chance().guid("detection", number),
                signInId,
                signInId,
                signIn.at(),
                signIn.at().plus(delay(signIn.errorCode())),
                user(signIn.user()).map(User::id).orElse(""),
                signIn.user(),
                type(signIn.errorCode()),
                timing(signIn.errorCode()),
                Json.element(signIn.ip()),
                Json.element(signIn.city()),
                Json.element(signIn.country()),
                Json.element(signIn.userAgent())));
    }

    private RiskDetection happened(TenantEvent event) {
        var from = state.scenario().attacker().from().stream()
                .filter(origin -> origin.ip().equals(event.actor().ip()))
                .findFirst();
        return new RiskDetection(
                state.chance().guid("detection-of-event", event.number()),
                state.chance().guid("sign-in", event.number()),
                event.correlationId(),
                event.at(),
                event.at().plus(delay(code(event))),
                event.ownerId(),
                Json.text(event.after(), "userPrincipalName").orElse(""),
                type(code(event)),
                timing(code(event)),
                Json.element(event.actor().ip()),
                Json.element(from.map(Attacker.Origin::city)),
                Json.element(from.map(Attacker.Origin::country)),
                Json.element(event.actor().userAgent()));
    }

    /** An administrator's word is a detection, too. */
    private RiskDetection confirmed(TenantEvent event) {
        JsonElement none = JsonNull.INSTANCE;
        return new RiskDetection(
                state.chance().guid("detection-of-event", event.number()),
                "",
                event.correlationId(),
                event.at(),
                event.at(),
                event.ownerId(),
                state.table(User.TABLE)
                        .find(event.ownerId())
                        .map(User::userPrincipalName)
                        .orElse(""),
                "adminConfirmedUserCompromised",
                "notDefined",
                none,
                none,
                none,
                none);
    }

    private Optional<User> user(String upn) {
        return state.table(User.TABLE).all().stream()
                .filter(user -> user.userPrincipalName().equalsIgnoreCase(upn))
                .findFirst();
    }

    private static Duration delay(int errorCode) {
        return errorCode == 0 ? OFFLINE : REAL_TIME;
    }

    private static String type(int errorCode) {
        return errorCode == 0 ? "anomalousToken" : "unfamiliarFeatures";
    }

    private static String timing(int errorCode) {
        return errorCode == 0 ? "offline" : "realtime";
    }

    /** What is thought of everybody in whom there is risk, or was: a later detection stands above a dismissal. */
    List<RiskyUser> risky() {
        var risky = new ArrayList<>(state.table(RiskyUser.TABLE).all());
        for (var detection : readable()) {
            var judged = risky.stream()
                    .filter(known -> known.userId().equals(detection.userId()))
                    .findFirst();
            var isNew = judged.filter(known -> !reopens(known, detection)).isEmpty();
            if (isNew && !detection.userId().isEmpty()) {
                judged.ifPresent(risky::remove);
                risky.add(new RiskyUser(detection.userId(), "medium", "atRisk", "none", detection.detectedAt()));
            }
        }
        return risky;
    }

    private static boolean reopens(RiskyUser known, RiskDetection later) {
        return known.state().equals("dismissed") && later.detectedAt().isAfter(known.at());
    }

    /** What was said of a detection's user since, if anything. */
    Optional<RiskyUser> judgement(RiskDetection detection) {
        return state.table(RiskyUser.TABLE)
                .find(detection.userId())
                .filter(judged -> !judged.at().isBefore(detection.detectedAt().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** From when on somebody's sign-ins were noticed, without what an administrator said. */
    List<RiskDetection> noticed(String userId) {
        return readable().stream()
                .filter(detection -> detection.userId().equals(userId)
                        && !detection.signInId().isEmpty())
                .sorted(Comparator.comparing(RiskDetection::detectedAt))
                .toList();
    }

    /** The users whose sign-ins were noticed. */
    List<String> users() {
        return readable().stream()
                .filter(detection ->
                        !detection.userId().isEmpty() && !detection.signInId().isEmpty())
                .map(RiskDetection::userId)
                .distinct()
                .sorted()
                .toList();
    }
}
