package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The MailItemsAccessed rows of what was read: Bind records name the messages of two minutes, Sync records a folder and
 * nothing in it. The same access within an hour leaves no second record. A mailbox that writes a thousand Bind records
 * within a day marks the last as throttled and writes no more of them for a day (microsoft365-api.md, D.1; domain 12.6).
 */
final class MailAccess {

    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 1000;
    private static final AuditOperation BIND = new AuditOperation("MailItemsAccessed", AuditOperation.AGGREGATED);
    private static final AuditOperation SYNC = new AuditOperation("MailItemsAccessed", AuditOperation.ITEM);

    private final Tenant tenant;
    private final TenantState state;
    private final MailboxAuditing auditing;
    private final Map<String, Instant> seen = new HashMap<>();
    private final Map<String, AccessRecord> open = new HashMap<>();
    private final Map<String, ArrayDeque<Instant>> written = new HashMap<>();
    private final Map<String, Instant> silentUntil = new HashMap<>();
    private final List<AccessRecord> records = new ArrayList<>();

    MailAccess(Tenant tenant, MailboxAuditing auditing) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.auditing = auditing;
    }

    private static final class AccessRecord {
        private final TenantEvent first;
        private final boolean sync;
        private final boolean throttled;
        private final Map<String, JsonObject> items = new LinkedHashMap<>();
        private int operations;

        private AccessRecord(TenantEvent first, boolean sync, boolean throttled) {
            this.first = first;
            this.sync = sync;
            this.throttled = throttled;
        }
    }

    List<UnifiedAuditLog.Row> rows() {
        state.events().stream()
                .filter(event -> event.activity() == Activity.READ_MAIL)
                .filter(event -> auditing.logs(event.ownerId(), event.actor().userId(), event.at()))
                .sorted(Comparator.comparing(TenantEvent::at))
                .forEach(this::take);
        return records.stream().map(this::row).toList();
    }

    private void take(TenantEvent event) {
        var actor = event.actor();
        var context = String.join(
                "|",
                event.ownerId(),
                String.valueOf(actor.userId()),
                String.valueOf(actor.appId()),
                String.valueOf(actor.sessionId()),
                actor.ip(),
                Json.text(event.after(), "client").orElse(""));
        if (Json.text(event.after(), "access").orElse("").equals("Sync")) {
            if (isNew(context + "|sync|" + folder(event), event.at())) {
                records.add(new AccessRecord(event, true, false));
            }
        } else {
            bind(event, context);
        }
    }

    private static String folder(TenantEvent event) {
        return Json.text(event.after(), "folder").orElse("Inbox");
    }

    private boolean isNew(String access, Instant at) {
        var last = seen.get(access);
        if (last != null && last.plus(QUIET).isAfter(at)) {
            return false;
        }
        seen.put(access, at);
        return true;
    }

    private void bind(TenantEvent event, String context) {
        if (silentUntil.getOrDefault(event.ownerId(), Instant.MIN).isAfter(event.at())) {
            return;
        }
        var fresh = MailBodies.items(event.after()).stream()
                .filter(item -> isNew(context + "|" + item.get("id"), event.at()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        var record = open.get(context);
        if (record == null || !event.at().isBefore(record.first.at().plus(WINDOW))) {
            record = new AccessRecord(event, false, throttles(event));
            open.put(context, record);
            records.add(record);
        }
        record.operations += fresh.size();
        for (var item : fresh) {
            record.items.put(item.get("id").getAsString(), item);
        }
    }

    /** Counts one more Bind record of the mailbox; whether it is the last for a day. */
    private boolean throttles(TenantEvent event) {
        var times = written.computeIfAbsent(event.ownerId(), _ -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().plus(DAY).isAfter(event.at())) {
            times.removeFirst();
        }
        times.addLast(event.at());
        if (times.size() < MOST) {
            return false;
        }
        times.clear();
        silentUntil.put(event.ownerId(), event.at().plus(DAY));
        return true;
    }

    private UnifiedAuditLog.Row row(AccessRecord record) {
        var event = record.first;
        var actor = event.actor();
        var user = Objects.requireNonNullElse(actor.userPrincipalName(), "ServicePrincipal_" + actor.appId());
        var operation = record.sync ? SYNC : BIND;
        var late = event.at()
                .plus(state.scenario()
                        .delays()
                        .logs()
                        .unifiedAudit()
                        .draw(state.chance().generator("unified-delay", event.number())));
        var closed = record.sync ? event.at() : event.at().plus(WINDOW);
        return new UnifiedAuditLog.Row(
                event.at(),
                late.isAfter(closed) ? late : closed,
                operation.type(),
                operation.name(),
                user,
                event.targetId(),
                actor.ip(),
                () -> state.chance().guid("unified", event.number()),
                () -> data(record, operation, user));
    }

    private JsonObject data(AccessRecord record, AuditOperation operation, String user) {
        var event = record.first;
        var owner = state.table(User.TABLE)
                .find(event.ownerId())
                .map(User::userPrincipalName)
                .orElse("");
        var id = state.chance().guid("unified", event.number());
        var data = AuditBodies.common(
                tenant, id, event.at(), operation, user, event.actor().ip(), event.targetId());
        MailBodies.context(data, event, owner);
        data.add("AppId", Json.element(event.actor().appId()));
        data.add("SessionId", Json.element(event.actor().sessionId()));
        data.add(
                "OperationProperties",
                Json.array(List.of(
                        SignInBodies.pair("MailAccessType", record.sync ? "Sync" : "Bind"),
                        SignInBodies.pair("IsThrottled", record.throttled ? "True" : "False"))));
        if (record.sync) {
            data.add("Item", MailBodies.synced(folder(event)));
        } else {
            data.add("Folders", MailBodies.folders(record.items.values()));
            data.addProperty("OperationCount", record.operations);
        }
        return data;
    }
}
