package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.population.DrawnSignIns;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.population.Place;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of {@code history.drawn}: everybody's ordinary days, the drawn sign-ins among them. Drawn once, newest first;
 * what a row says is written when it is shown.
 */
record DrawnAudit(List<UnifiedAuditLog.Row> rows) {

    /** Operation, record type, and how many in a hundred. */
    private record Share(AuditOperation operation, int percent) {}

    private static final List<Share> SHARES = List.of(
            new Share(new AuditOperation("MailItemsAccessed", AuditOperation.AGGREGATED), 45),
            new Share(new AuditOperation("MailItemsAccessed", AuditOperation.ITEM), 5),
            new Share(new AuditOperation("FileAccessed", AuditOperation.FILE), 20),
            new Share(new AuditOperation("FileDownloaded", AuditOperation.FILE), 5),
            new Share(new AuditOperation("Send", AuditOperation.ITEM), 15),
            new Share(new AuditOperation("MoveToDeletedItems", AuditOperation.GROUP), 10));

    DrawnAudit {
        rows = List.copyOf(rows);
    }

    static DrawnAudit of(Tenant tenant) {
        return tenant.state().derived(DrawnAudit.class, () -> new Drawing(tenant).draw());
    }

    /** The work of drawing, with what it shares. */
    private static final class Drawing {
        private final Tenant tenant;
        private final TenantState state;
        private final Map<String, Habits> habits = new HashMap<>();
        private final List<UnifiedAuditLog.Row> rows = new ArrayList<>();

        private Drawing(Tenant tenant) {
            this.tenant = tenant;
            this.state = tenant.state();
        }

        private DrawnAudit draw() {
            var drawn = state.scenario().history().drawn();
            for (var signIn : DrawnSignIns.of(state).all()) {
                var user = signIn.user();
                if (user != null && rows.size() < drawn.auditRows()) {
                    rows.add(signIn(signIn, user));
                }
            }
            var people = DrawnSignIns.people(state);
            for (var number = 0; rows.size() < drawn.auditRows() && !people.isEmpty(); number++) {
                rows.add(row(number, drawn.days(), people));
            }
            rows.sort(Comparator.comparing(UnifiedAuditLog.Row::at).reversed());
            return new DrawnAudit(rows);
        }

        private Habits usual(User user) {
            return habits.computeIfAbsent(
                    user.id(),
                    id -> Habits.of(
                            id, state.scenario().organisation().timeZone().getId(), state.chance()));
        }

        private Instant visible(Instant at, double share) {
            var delay = state.scenario().delays().logs().unifiedAudit();
            return at.plus(delay.min()).plus(Duration.ofMillis((long)
                    (delay.max().minus(delay.min()).toMillis() * share)));
        }

        private UnifiedAuditLog.Row signIn(DrawnSignIns.SignIn signIn, User user) {
            var operation =
                    new AuditOperation(signIn.failed() ? "UserLoginFailed" : "UserLoggedIn", AuditOperation.SIGN_IN);
            var usual = usual(user);
            var ip = Place.of(state, user, usual, signIn.at(), signIn.evening()).ip();
            var agent = signIn.evening() ? usual.phone() : usual.browser();
            var upn = user.userPrincipalName();
            return new UnifiedAuditLog.Row(
                    signIn.at(),
                    visible(signIn.at(), signIn.delay()),
                    operation.type(),
                    operation.name(),
                    upn,
                    "",
                    ip,
                    () -> state.chance().guid("drawn-audit-sign-in", signIn.number()),
                    () -> {
                        var id = state.chance().guid("drawn-audit-sign-in", signIn.number());
                        var data = AuditBodies.common(tenant, id, signIn.at(), operation, upn, ip, "");
                        var code = signIn.failed() ? 50126 : 0;
                        data.addProperty("ErrorNumber", code);
                        SignInBodies.add(
                                data,
                                new SignInBodies.Facts(
                                        ip,
                                        agent,
                                        state.chance().guid("usual-session", user.id(), "drawn", signIn.number() / 500),
                                        null,
                                        code,
                                        state.chance().guid("drawn-sign-in-id", signIn.number())));
                        return data;
                    });
        }

        private UnifiedAuditLog.Row row(int number, int days, List<User> people) {
            var random = state.chance().generator("drawn-audit", number);
            var user = people.get(random.nextInt(people.size()));
            var at = DrawnSignIns.time(state, days, number, "drawn-audit-time");
            var operation = operation(random.nextInt(100));
            var usual = usual(user);
            var ip = Place.of(state, user, usual, at, random.nextInt(4) == 0).ip();
            return new UnifiedAuditLog.Row(
                    at,
                    visible(at, random.nextDouble()),
                    operation.type(),
                    operation.name(),
                    user.userPrincipalName(),
                    "",
                    ip,
                    () -> state.chance().guid("drawn-audit-id", number),
                    () -> data(number, at, operation, user, ip));
        }

        private static AuditOperation operation(int percent) {
            var left = percent;
            for (var share : SHARES) {
                left -= share.percent();
                if (left < 0) {
                    return share.operation();
                }
            }
            return SHARES.getFirst().operation();
        }

        private JsonObject data(int number, Instant at, AuditOperation operation, User user, String ip) {
            var id = state.chance().guid("drawn-audit-id", number);
            var upn = user.userPrincipalName();
            var data = AuditBodies.common(tenant, id, at, operation, upn, ip, "");
            var random = state.chance().generator("drawn-audit-body", number);
            data.addProperty("SessionId", state.chance().guid("usual-session", user.id(), "drawn", number / 500));
            if (operation.type() == AuditOperation.FILE) {
                var file = "Report " + random.nextInt(4000) + ".xlsx";
                var site = "https://tenant.sharepoint.example/sites/team" + random.nextInt(20) + "/";
                data.addProperty("SiteUrl", site);
                data.addProperty("SourceRelativeUrl", "Shared Documents");
                data.addProperty("SourceFileName", file);
                data.addProperty("ItemType", "File");
                data.addProperty("UserAgent", usual(user).browser());
                data.addProperty("CorrelationId", state.chance().guid("drawn-audit-correlation", number));
                data.addProperty("ObjectId", site + "Shared Documents/" + file);
                return data;
            }
            data.addProperty("ClientIPAddress", ip);
            data.addProperty("ClientInfoString", "Client=OWA;Action=ViaProxy");
            data.addProperty("LogonType", 0);
            data.addProperty("MailboxGuid", state.chance().guid("mailbox", user.id()));
            data.addProperty("MailboxOwnerUPN", upn);
            mail(data, operation, random.nextInt(100_000));
            return data;
        }

        private static void mail(JsonObject data, AuditOperation operation, int which) {
            var item = Json.object(
                    "id", "AAMkDrawn" + which + "=",
                    "internetMessageId", "<drawn." + which + "@mail.example>",
                    "subject", "Order " + which,
                    "size", 2_000 + which % 50_000,
                    "folder", "Inbox");
            var access = operation.name().equals("MailItemsAccessed");
            if (access) {
                data.add(
                        "OperationProperties",
                        Json.array(List.of(
                                SignInBodies.pair(
                                        "MailAccessType",
                                        operation.type() == AuditOperation.AGGREGATED ? "Bind" : "Sync"),
                                SignInBodies.pair("IsThrottled", "False"))));
            }
            if (operation.type() == AuditOperation.AGGREGATED) {
                data.add("Folders", MailBodies.folders(List.of(item)));
                data.addProperty("OperationCount", 1);
            } else if (access) {
                data.add("Item", MailBodies.synced("Inbox"));
            } else if (operation.type() == AuditOperation.GROUP) {
                data.add("AffectedItems", MailBodies.affected(Json.object("items", List.of(item))));
            } else {
                data.add("Item", MailBodies.item(item, "owner"));
                data.addProperty("SaveToSentItems", true);
            }
        }
    }
}
