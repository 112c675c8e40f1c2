package dev.cordon.simulator.logs;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.scenario.ScoreControl;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Secure Score (E19), worked out once a day and kept for ninety days: what the scenario's policies and licences give, and
 * what {@code history.secureScore} says has changed since.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/securescore">secureScore</a>
 */
final class SecureScores {

    private static final int KEPT = 90;
    private static final Duration WORKED_OUT = Duration.ofHours(3);

    private final Tenant tenant;
    private final TenantState state;

    SecureScores(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
    }

    /** One score for each day, the newest first. */
    List<JsonObject> days() {
        var now = state.now();
        var last = now.minus(WORKED_OUT).truncatedTo(ChronoUnit.DAYS);
        return IntStream.range(0, KEPT)
                .mapToObj(back -> score(last.minus(Duration.ofDays(back))))
                .toList();
    }

    private List<ScoreControl> controls() {
        var licences = state.licences();
        return Arrays.stream(ScoreControl.values())
                .filter(control -> switch (control) {
                    case SAFE_LINKS, SAFE_ATTACHMENTS -> ServicePlans.hasDefenderP1(licences);
                    case SIGN_IN_RISK -> ServicePlans.hasPremiumP2(licences);
                    case ADMIN_MFA, MFA, LEGACY, CONSENT, ADMINS, AUDIT, FORWARDING -> true;
                })
                .toList();
    }

    private JsonObject score(Instant day) {
        var controls = controls();
        var current =
                controls.stream().mapToInt(control -> points(control, day)).sum();
        var most = controls.stream().mapToInt(ScoreControl::most).sum();
        var licensed = state.table(User.TABLE).all().stream()
                .filter(user -> user.licensed() && !user.guest())
                .count();
        return Json.object(
                "id",
                tenant.tenantId() + "_" + day.toString().substring(0, 10),
                "azureTenantId",
                tenant.tenantId(),
                "activeUserCount",
                licensed,
                "createdDateTime",
                Json.time(day),
                "currentScore",
                current,
                "enabledServices",
                services(),
                "licensedUserCount",
                licensed,
                "maxScore",
                most,
                "averageComparativeScores",
                List.of(Json.object("basis", "AllTenants", "averageScore", most / 2)),
                "controlScores",
                controls.stream().map(control -> shape(control, day)).toList(),
                "vendorInformation",
                Json.object(
                        "provider",
                        "SecureScore",
                        "providerVersion",
                        null,
                        "subProvider",
                        null,
                        "vendor",
                        "Microsoft"));
    }

    private List<String> services() {
        return ServicePlans.hasDefenderP1(state.licences())
                ? List.of("HasExchange", "HasAADP1", "HasMDOP1")
                : List.of("HasExchange", "HasAADP1");
    }

    private JsonObject shape(ScoreControl control, Instant day) {
        var points = points(control, day);
        return Json.object(
                "controlCategory",
                control.category(),
                "controlName",
                control.word(),
                "description",
                control.text(),
                "score",
                points,
                "scoreInPercentage",
                100 * points / control.most(),
                "implementationStatus",
                points == control.most() ? "You have done everything that is asked for." : "There is more to do.",
                "lastSynced",
                Json.time(day));
    }

    /** What was said last before the day ended. */
    private int points(ScoreControl control, Instant day) {
        return state.scenario().history().scoreChanges().stream()
                .filter(change -> change.control() == control && change.at().isBefore(day.plus(Duration.ofDays(1))))
                .max(Comparator.comparing(History.ScoreChange::at))
                .map(History.ScoreChange::points)
                .orElseGet(() -> usual(control));
    }

    private int usual(ScoreControl control) {
        var policies = state.scenario().organisation().policies();
        return switch (control) {
            case CONSENT -> policies.userConsent() ? 0 : control.most();
            case FORWARDING -> policies.externalForwarding() ? 0 : control.most();
            case AUDIT -> policies.unifiedAuditLog() ? control.most() : 0;
            case ADMIN_MFA, MFA, LEGACY, ADMINS, SIGN_IN_RISK, SAFE_LINKS, SAFE_ATTACHMENTS -> control.usual();
        };
    }
}
