package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.audits.DirectoryTargets;
import dev.cordon.simulator.audits.PlantedDeeds;
import dev.cordon.simulator.audits.PlantedDeeds.Deed;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.MailFlowObject;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.Person;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Command;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The unified audit log: a row for every event of the tenant and for the making of everything planted, as late as real
 * ones, kept for 180 days (microsoft365-api.md, D9 and D.1).
 */
public final class UnifiedAuditLog {

    private static final Duration KEPT = Duration.ofDays(180);

    private final Tenant tenant;
    private final TenantState state;
    private final MailboxAuditing auditing;
    private final DirectoryTargets targets;
    private final DirectoryBodies directory;
    private final PlantedDeeds deeds;

    /** The log of that tenant. */
    public UnifiedAuditLog(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.auditing = MailboxAuditing.of(state);
        this.targets = new DirectoryTargets(state);
        this.directory = new DirectoryBodies(state, targets);
        this.deeds = new PlantedDeeds(state);
    }

    /**
     * One row; its id and its content are written when they are shown.
     *
     * @param type the record type's number
     * @param ip where it came from, or empty
     */
    public record Row(
            Instant at,
            Instant visibleAt,
            int type,
            String operation,
            String user,
            String objectId,
            String ip,
            Supplier<String> identity,
            Supplier<JsonObject> content) {

        /** The row's id. */
        public String id() {
            return identity.get();
        }

        /** What {@code AuditData} holds. */
        public JsonObject data() {
            return content.get();
        }
    }

    private static final Comparator<Row> NEWEST_FIRST =
            Comparator.comparing(Row::at).reversed();

    /** The rows that can be read now, newest first; none where the organisation keeps no such log (X21, D10). */
    public List<Row> rows() {
        return rows(Instant.MIN, Instant.MAX, state.now());
    }

    /** The rows between the times (the second excluded) that could be read at that time, newest first. */
    public List<Row> rows(Instant from, Instant to, Instant asOf) {
        return known(asOf).stream()
                .filter(row -> !row.at().isBefore(from)
                        && row.at().isBefore(to)
                        && !row.visibleAt().isAfter(asOf))
                .toList();
    }

    /** How many rows there are by now, and how many of them can be read. */
    public JsonObject count() {
        var now = state.now();
        var known = known(now);
        return Json.object(
                "exist",
                known.size(),
                "readable",
                known.stream().filter(row -> !row.visibleAt().isAfter(now)).count());
    }

    /** Until when the log has everything; at no time where it takes nothing in. */
    public Instant completeThrough() {
        var now = state.now();
        if (!state.scenario().organisation().policies().unifiedAuditLog()) {
            return Instant.EPOCH;
        }
        return known(now).stream()
                .filter(row -> row.visibleAt().isAfter(now))
                .map(Row::at)
                .min(Instant::compareTo)
                .map(first -> first.minusMillis(1))
                .orElse(now);
    }

    /** Every row of what has happened by then and is kept, newest first, whether it can be read or not. */
    public List<Row> known(Instant now) {
        if (!state.scenario().organisation().policies().unifiedAuditLog()) {
            return List.of();
        }
        var rows = new ArrayList<>(DrawnAudit.of(tenant).rows());
        happened().forEach(event -> row(event).ifPresent(rows::add));
        rows.addAll(new MailAccess(tenant, auditing).rows());
        state.scenario().persistence().forEach(planted -> rows.addAll(rows(planted)));
        state.scenario().people().forEach(person -> deeds.of(person).ifPresent(deed -> rows.add(row(person, deed))));
        rows.addAll(new NamedHistory(tenant).rows());
        rows.removeIf(row -> row.at().isAfter(now) || !row.at().isAfter(now.minus(KEPT)));
        rows.sort(NEWEST_FIRST); // nearly in order already
        return rows;
    }

    /** Every event that was no cmdlet, and of those that one cmdlet caused the last, which is what it was called for. */
    private List<TenantEvent> happened() {
        var events = new ArrayList<TenantEvent>();
        var byCommand = new IdentityHashMap<Command, TenantEvent>();
        for (var event : state.events()) {
            var command = event.command();
            if (command == null) {
                events.add(event);
            } else {
                byCommand.put(command, event);
            }
        }
        events.addAll(byCommand.values());
        events.sort(Comparator.comparingLong(TenantEvent::number).reversed());
        return events;
    }

    private Instant visible(Instant at, Object word) {
        return at.plus(state.scenario()
                .delays()
                .logs()
                .unifiedAudit()
                .draw(state.chance().generator("unified-delay", word)));
    }

    private Optional<Row> row(TenantEvent event) {
        var operation = AuditOperation.of(event);
        if (operation.name().isEmpty() || event.activity() == Activity.READ_MAIL) {
            return Optional.empty();
        }
        var actor = event.actor();
        if (operation.isOfMailbox() && !auditing.logs(event.ownerId(), actor.userId(), event.at())) {
            return Optional.empty();
        }
        var user = Objects.requireNonNullElse(actor.userPrincipalName(), "ServicePrincipal_" + actor.appId());
        var object = switch (operation.type()) {
            case AuditOperation.ADMIN -> objectId(event);
            case AuditOperation.DIRECTORY -> directory.objectId(targets.of(event), event.targetId());
            case AuditOperation.SIGN_IN ->
                Json.text(event.after(), "resourceId").orElse("");
            default -> event.targetId();
        };
        return Optional.of(new Row(
                event.at(),
                visible(event.at(), event.number()),
                operation.type(),
                operation.name(),
                user,
                object,
                actor.ip(),
                () -> state.chance().guid("unified", event.number()),
                () -> data(event, operation, user, object)));
    }

    private JsonObject data(TenantEvent event, AuditOperation operation, String user, String object) {
        var actor = event.actor();
        var id = state.chance().guid("unified", event.number());
        var data = common(id, event.at(), operation, user, actor.ip(), object);
        if (operation.isOfMailbox() && !operation.name().equals(AuditOperation.UPDATE_RULES)) {
            MailBodies.add(data, event, upn(event.ownerId()));
        } else if (operation.name().equals(AuditOperation.UPDATE_RULES)) {
            data.add("OperationProperties", ruleProperties(event.after(), event.targetId()));
        } else if (operation.type() == AuditOperation.DIRECTORY) {
            directory.add(data, targets.of(event), new DirectoryBodies.Doer(actor.userId(), user, actor.appId()));
        } else {
            data.add("Parameters", parameters(event, operation));
        }
        data.add("AppId", Json.element(actor.appId()));
        data.add("SessionId", Json.element(actor.sessionId()));
        data.addProperty("MailboxOwnerUPN", upn(event.ownerId()));
        if (operation.type() == AuditOperation.SIGN_IN) {
            data.addProperty("UserAgent", actor.userAgent());
            data.add("ErrorNumber", event.after().get("errorCode"));
            SignInBodies.add(
                    data,
                    new SignInBodies.Facts(
                            actor.ip(),
                            actor.userAgent(),
                            actor.sessionId(),
                            actor.appId(),
                            event.after().get("errorCode").getAsInt(),
                            event.correlationId()));
        }
        return data;
    }

    /** What the cmdlet was called for, as the wire reference has it: {@code mailbox\\Rule name} for rules (D.1). */
    private String objectId(TenantEvent event) {
        var mailbox = upn(event.ownerId());
        var facts = event.after().has("Name") ? event.after() : event.before();
        return switch (event.targetType()) {
            case "InboxRule", "SweepRule" ->
                mailbox + "\\" + Json.text(facts, "Name").orElse(event.targetId());
            case "Mailbox", "MailboxAccess" -> mailbox;
            case "CalendarFolder" ->
                state.table(MailFolder.TABLE)
                        .find(event.targetId())
                        .map(folder -> folder.identity(mailbox))
                        .orElse(mailbox);
            case "FolderPermission" ->
                mailbox + ":\\"
                        + event.targetId()
                                .substring(0, Math.max(0, event.targetId().lastIndexOf('/')));
            default ->
                Json.text(facts, "Name")
                        .or(() -> state.table(MailFlowObject.TABLE)
                                .find(event.targetId())
                                .map(MailFlowObject::name))
                        .orElse(event.targetId());
        };
    }

    private JsonArray parameters(TenantEvent event, AuditOperation operation) {
        var command = event.command();
        if (command != null) {
            return AuditParameters.of(command.parameters());
        }
        return AuditParameters.of(
                operation.type() == AuditOperation.ADMIN ? AuditParameters.of(event, this::folderName) : event.after());
    }

    private String folderName(String id) {
        return state.table(MailFolder.TABLE).find(id).map(MailFolder::name).orElse(id);
    }

    private static JsonArray ruleProperties(JsonObject facts, String id) {
        var name = Json.text(facts, "Name")
                .or(() -> Json.text(facts, "displayName"))
                .orElse("");
        var values = new LinkedHashMap<String, String>();
        values.put("RuleOperation", "AddMailboxRule");
        values.put("RuleId", id);
        values.put("RuleName", name);
        values.put("RuleState", "Enabled");
        values.put("RuleCondition", part(facts, "conditions"));
        values.put("RuleActions", part(facts, "actions"));
        var properties = new JsonArray();
        values.forEach((property, value) -> properties.add(Json.object("Name", property, "Value", value)));
        return properties;
    }

    private static String part(JsonObject facts, String name) {
        return Json.write(Json.member(facts, name).orElse(new JsonObject()));
    }

    private String upn(String userId) {
        return state.table(User.TABLE).find(userId).map(User::userPrincipalName).orElse("");
    }

    private List<Row> rows(PlantedObject planted) {
        var owner = Optional.ofNullable(planted.owner())
                .or(() -> state.scenario().attacker().account().filter(stolen -> planted.by() == Author.ATTACKER))
                .flatMap(upn -> state.table(User.TABLE).all().stream()
                        .filter(user -> user.userPrincipalName().equalsIgnoreCase(upn))
                        .findFirst());
        var user = owner.map(User::userPrincipalName)
                .orElse(state.scenario().operator().upn());
        var operation = AuditOperation.of(planted);
        var rows = new ArrayList<Row>();
        if (!operation.name().isEmpty()) {
            rows.add(directoryRow(planted, operation, user, owner));
        }
        for (var deed : deeds.of(planted)) {
            rows.add(row(planted, deed, user, owner));
        }
        for (var command : PlantedCommands.of(planted, user, name -> folder(planted.kind(), user, name))) {
            var called = AuditOperation.of(command);
            if (called.isOfMailbox()
                    && owner.filter(who -> isLogged(who, planted)).isEmpty()) {
                continue;
            }
            rows.add(row(
                    planted,
                    called,
                    user,
                    objectId(planted, command, user),
                    owner,
                    data -> addParameters(data, planted, called, command)));
        }
        return rows;
    }

    private void addParameters(JsonObject data, PlantedObject planted, AuditOperation operation, Command command) {
        if (operation.name().equals(AuditOperation.UPDATE_RULES)) {
            data.add("OperationProperties", ruleProperties(planted.object(), wireId(planted)));
        } else {
            data.add("Parameters", AuditParameters.of(command.parameters()));
        }
    }

    private Row directoryRow(PlantedObject planted, AuditOperation operation, String user, Optional<User> owner) {
        return row(
                planted,
                operation,
                user,
                directory.objectId(targets.of(planted), user),
                owner,
                data -> directory.add(data, targets.of(planted), doer(planted, user, owner)));
    }

    private DirectoryBodies.Doer doer(PlantedObject planted, String user, Optional<User> owner) {
        var maker = planted.madeBy();
        return maker == null
                ? new DirectoryBodies.Doer(owner.map(User::id).orElse(tenant.operatorId()), user, null)
                : new DirectoryBodies.Doer(People.id(state.chance(), maker), maker, null);
    }

    /** What came with it: the row's time is its own. */
    private Row row(PlantedObject planted, Deed deed, String user, Optional<User> owner) {
        var operation = new AuditOperation(deed.activity().displayName() + ".", AuditOperation.DIRECTORY);
        return made(
                state.chance().guid("unified-planted", planted.id(), operation.name()),
                deed,
                operation,
                doer(planted, user, owner),
                ip(planted, owner),
                visible(deed.at(), planted.id() + "/" + operation.name()));
    }

    /** The making of a person's account. */
    private Row row(Person person, Deed deed) {
        var operation = new AuditOperation(deed.activity().displayName() + ".", AuditOperation.DIRECTORY);
        var by = Objects.requireNonNullElse(
                person.createdBy(), state.scenario().operator().upn());
        var maker = People.id(state.chance(), by);
        return made(
                state.chance().guid("unified-made", person.upn()),
                deed,
                operation,
                new DirectoryBodies.Doer(maker, by, null),
                officeIp(maker),
                visible(deed.at(), "made/" + person.upn()));
    }

    private Row made(
            String id, Deed deed, AuditOperation operation, DirectoryBodies.Doer doer, String ip, Instant visibleAt) {
        var object = directory.objectId(deed.targets(), doer.user());
        return new Row(
                deed.at(), visibleAt, operation.type(), operation.name(), doer.user(), object, ip, () -> id, () -> {
                    var data = common(id, deed.at(), operation, doer.user(), ip, object);
                    data.addProperty("MailboxOwnerUPN", "");
                    directory.add(data, deed.targets(), doer);
                    return data;
                });
    }

    private boolean isLogged(User owner, PlantedObject planted) {
        return auditing.logs(owner.id(), owner.id(), planted.created());
    }

    /** A calendar and a mail folder may share a name. */
    private String folder(ObjectKind kind, String user, String name) {
        var mailboxes = new Mailboxes(state);
        return mailboxes.find(user).stream()
                .flatMap(mailbox -> mailboxes.folders(mailbox.ownerId()).stream())
                .filter(folder -> folder.name().equalsIgnoreCase(name)
                        && (kind != ObjectKind.CALENDAR_PUBLISHING || folder.isCalendar()))
                .findFirst()
                .map(folder -> folder.identity(user))
                .orElse(user + ":\\" + name);
    }

    private static String objectId(PlantedObject planted, Command command, String user) {
        var identity = Json.text(command.parameters(), "Identity");
        var name = Json.text(command.parameters(), "Name").or(() -> Json.text(planted.object(), "displayName"));
        return planted.kind() == ObjectKind.INBOX_RULE
                ? user + "\\" + name.orElse("")
                : identity.or(() -> name).orElse(user);
    }

    private Row row(
            PlantedObject planted,
            AuditOperation operation,
            String user,
            String object,
            Optional<User> owner,
            Consumer<JsonObject> rest) {
        var id = state.chance().guid("unified-planted", planted.id(), operation.name());
        var ip = ip(planted, owner);
        var who = Objects.requireNonNullElse(planted.madeBy(), user);
        return new Row(
                planted.created(),
                visible(planted.created(), planted.id()),
                operation.type(),
                operation.name(),
                who,
                object,
                ip,
                () -> id,
                () -> {
                    var data = common(id, planted.created(), operation, who, ip, object);
                    data.addProperty("MailboxOwnerUPN", user);
                    rest.accept(data);
                    return data;
                });
    }

    private String wireId(PlantedObject planted) {
        return state.table(Origin.TABLE).all().stream()
                .filter(origin -> planted.id().equals(origin.scenarioId()))
                .map(Origin::wireId)
                .findFirst()
                .orElse("0");
    }

    private String ip(PlantedObject planted, Optional<User> owner) {
        var from = state.scenario().attacker().from();
        if (planted.ip() != null) {
            return planted.ip();
        }
        if (planted.by() == Author.ATTACKER && !from.isEmpty()) {
            return from.getFirst().ip();
        }
        return officeIp(Optional.ofNullable(planted.madeBy())
                .map(maker -> People.id(state.chance(), maker))
                .or(() -> owner.map(User::id))
                .orElse(""));
    }

    private String officeIp(String userId) {
        return Habits.of(userId, state.scenario().organisation().timeZone().getId(), state.chance())
                .officeIp();
    }

    private JsonObject common(
            String id, Instant at, AuditOperation operation, String user, String ip, String objectId) {
        return AuditBodies.common(tenant, id, at, operation, user, ip, objectId);
    }
}
