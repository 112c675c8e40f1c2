package dev.cordon.simulator.exchange;

import dev.cordon.simulator.audits.DirectoryTargets;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The unified audit log's rows of the sign-ins and directory audits that the scenario names. */
final class NamedHistory {

    private final Tenant tenant;
    private final TenantState state;

    NamedHistory(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
    }

    List<UnifiedAuditLog.Row> rows() {
        var history = state.scenario().history();
        var rows = new ArrayList<UnifiedAuditLog.Row>();
        IntStream.range(0, history.signIns().size())
                .forEach(number -> rows.add(row(history.signIns().get(number), number)));
        IntStream.range(0, history.audits().size())
                .forEach(number -> rows.add(row(history.audits().get(number), number)));
        return rows;
    }

    private Instant visible(Instant at, String what, int number) {
        return at.plus(state.scenario()
                .delays()
                .logs()
                .unifiedAudit()
                .draw(state.chance().generator("unified-delay", what, number)));
    }

    private UnifiedAuditLog.Row row(History.SignIn signIn, int number) {
        var operation = new AuditOperation(
                signIn.errorCode() == 0 ? "UserLoggedIn" : "UserLoginFailed", AuditOperation.SIGN_IN);
        var usual = Habits.of(
                userId(signIn.user()),
                state.scenario().organisation().timeZone().getId(),
                state.chance());
        var ip = Objects.requireNonNullElse(signIn.ip(), usual.officeIp());
        var agent = Objects.requireNonNullElse(signIn.userAgent(), usual.browser());
        var id = state.chance().guid("unified-sign-in", number);
        var shown = state.chance().guid("named-sign-in", number);
        var session = state.chance().guid("session-of", signIn.session() == null ? shown : signIn.session());
        return new UnifiedAuditLog.Row(
                signIn.at(),
                visible(signIn.at(), "sign-in", number),
                operation.type(),
                operation.name(),
                signIn.user(),
                "00000003-0000-0000-c000-000000000000",
                ip,
                () -> id,
                () -> {
                    var data = AuditBodies.common(
                            tenant,
                            id,
                            signIn.at(),
                            operation,
                            signIn.user(),
                            ip,
                            "00000003-0000-0000-c000-000000000000");
                    data.addProperty("MailboxOwnerUPN", signIn.user());
                    data.addProperty("UserAgent", agent);
                    data.addProperty("ErrorNumber", signIn.errorCode());
                    data.addProperty("SessionId", session);
                    SignInBodies.add(data, new SignInBodies.Facts(ip, agent, session, null, signIn.errorCode(), shown));
                    return data;
                });
    }

    private String userId(String upn) {
        return state.table(User.TABLE).all().stream()
                .filter(user -> user.userPrincipalName().equalsIgnoreCase(upn))
                .map(User::id)
                .findFirst()
                .orElse("");
    }

    /** The directory's own row once more, under the name with a full stop. */
    private UnifiedAuditLog.Row row(History.Audit audit, int number) {
        var operation = new AuditOperation(audit.activity() + ".", AuditOperation.DIRECTORY);
        var id = state.chance().guid("unified-audit", number);
        var user = Objects.requireNonNullElse(audit.user(), "ServicePrincipal_" + audit.app());
        var targets = new DirectoryTargets(state);
        var named = List.of(targets.called(audit.target()));
        var directory = new DirectoryBodies(state, targets);
        var object = directory.objectId(named, Objects.requireNonNullElse(audit.target(), ""));
        var ip = Objects.requireNonNullElse(audit.ip(), "");
        return new UnifiedAuditLog.Row(
                audit.at(),
                visible(audit.at(), "audit", number),
                operation.type(),
                operation.name(),
                user,
                object,
                ip,
                () -> id,
                () -> {
                    var data = AuditBodies.common(tenant, id, audit.at(), operation, user, ip, object);
                    data.addProperty("MailboxOwnerUPN", "");
                    directory.add(
                            data,
                            named,
                            new DirectoryBodies.Doer(audit.user() == null ? null : userId(audit.user()), user, null));
                    data.addProperty("InterSystemsId", state.chance().guid("named-audit", number));
                    return data;
                });
    }
}
