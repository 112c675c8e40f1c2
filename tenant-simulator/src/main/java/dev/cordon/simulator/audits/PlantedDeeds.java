package dev.cordon.simulator.audits;

import com.google.gson.JsonObject;
import dev.cordon.simulator.applications.PlantedPermission;
import dev.cordon.simulator.applications.ServicePrincipal;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.Person;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.TenantState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the directory also writes down when a thing of the scenario comes to be: the application that somebody brings into the
 * tenant by his consent, the grant behind the consent, the registration and the secret of an application of the tenant's own,
 * and the account of a person with a date.
 */
public final class PlantedDeeds {

    private static final JsonObject NOTHING = new JsonObject();

    private final TenantState state;
    private final PermissionTargets permissions;

    /** The deeds in that tenant. */
    public PlantedDeeds(TenantState state) {
        this.state = state;
        this.permissions = new PermissionTargets(state);
    }

    /** One of them; a row of its own. */
    public record Deed(Activity activity, Instant at, List<AuditTarget> targets) {
        /** Copies the list. */
        public Deed {
            targets = List.copyOf(targets);
        }
    }

    /** Those beside the thing's own row. */
    public List<Deed> of(PlantedObject planted) {
        var deeds = new ArrayList<Deed>();
        principal(planted).filter(app -> isFirstOf(planted, app)).ifPresent(app -> application(planted, app, deeds));
        if (planted.kind() == ObjectKind.CONSENT) {
            var facts = facts(planted);
            deeds.add(new Deed(Activity.ADD_GRANT, planted.created(), permissions.granted(NOTHING, facts)));
        }
        return deeds;
    }

    /** The making of his account, where the scenario says when that was. */
    public Optional<Deed> of(Person person) {
        var at = person.created();
        return at == null
                ? Optional.empty()
                : Optional.of(new Deed(Activity.ADD_USER, at, List.of(made(People.id(state.chance(), person.upn())))));
    }

    private AuditTarget made(String userId) {
        var person = permissions.person(userId);
        return new AuditTarget(
                "User",
                userId,
                person.displayName(),
                person.userPrincipalName(),
                List.of(
                        listed("AccountEnabled", true),
                        listed("DisplayName", Objects.requireNonNull(person.displayName())),
                        listed("UserPrincipalName", Objects.requireNonNull(person.userPrincipalName())),
                        listed("UserType", "Member")));
    }

    private void application(PlantedObject planted, ServicePrincipal app, List<Deed> deeds) {
        var said = Json.member(planted.object(), "app").orElse(NOTHING);
        var registered = Json.text(said, "registered").map(Instant::parse);
        registered.ifPresent(at -> deeds.add(new Deed(Activity.ADD_APPLICATION, at, List.of(registration(app)))));
        if (registered.isPresent() || app.created().equals(planted.created())) {
            deeds.add(new Deed(
                    Activity.ADD_SERVICE_PRINCIPAL, registered.orElse(planted.created()), List.of(principal(app))));
        }
        Json.text(said, "secretAdded")
                .map(Instant::parse)
                .ifPresent(at ->
                        deeds.add(new Deed(Activity.CHANGE_APPLICATION_SECRETS, at, List.of(secret(planted, app)))));
    }

    private AuditTarget registration(ServicePrincipal app) {
        return new AuditTarget(
                "Application",
                objectId(app),
                app.displayName(),
                null,
                List.of(
                        listed("AppId", app.appId()),
                        listed("DisplayName", app.displayName()),
                        AuditChange.told("Included Updated Properties", "AppId, DisplayName")));
    }

    /** The registration is another object than the application in the tenant. */
    private String objectId(ServicePrincipal app) {
        return state.chance().guid("application-object", app.appId());
    }

    private static AuditTarget principal(ServicePrincipal app) {
        return new AuditTarget(
                "ServicePrincipal",
                app.id(),
                app.displayName(),
                null,
                List.of(
                        listed("AccountEnabled", app.enabled()),
                        listed("AppPrincipalId", app.appId()),
                        listed("DisplayName", app.displayName()),
                        listed("ServicePrincipalName", app.appId()),
                        AuditChange.told("TargetId.ServicePrincipalNames", String.join(";", app.names()))));
    }

    private AuditTarget secret(PlantedObject planted, ServicePrincipal app) {
        var key = "[KeyIdentifier=%s,KeyType=Password,KeyUsage=Verify,DisplayName=]"
                .formatted(state.chance().guid("secret-of", planted.id()));
        return new AuditTarget(
                "Application",
                objectId(app),
                app.displayName(),
                null,
                List.of(
                        new AuditChange("KeyDescription", Json.array(), Json.array(key)),
                        AuditChange.told("Included Updated Properties", "KeyDescription")));
    }

    private static AuditChange listed(String name, @Nullable Object value) {
        return new AuditChange(name, Json.array(), Json.array(Json.element(value)));
    }

    /** Whether the application came with it; those of Microsoft were there before. */
    private boolean isFirstOf(PlantedObject planted, ServicePrincipal app) {
        return !app.microsoft()
                && state.scenario().persistence().stream()
                        .filter(other -> principal(other)
                                .filter(its -> its.id().equals(app.id()))
                                .isPresent())
                        .min(Comparator.comparing(PlantedObject::created).thenComparing(PlantedObject::id))
                        .filter(planted::equals)
                        .isPresent();
    }

    /** The application that uses what was given: of a person's role the one he may use. */
    private Optional<ServicePrincipal> principal(PlantedObject planted) {
        var facts = facts(planted);
        var names = PlantedPermission.holder(planted).isPresent()
                ? Stream.of("clientId", "resourceId")
                : Stream.of("clientId", "principalId");
        return names.flatMap(name -> Json.text(facts, name).stream())
                .findFirst()
                .flatMap(state.table(ServicePrincipal.TABLE)::find);
    }

    private JsonObject facts(PlantedObject planted) {
        return state.table(PlantedPermission.TABLE)
                .find(planted.id())
                .map(PlantedPermission::facts)
                .orElse(NOTHING);
    }
}
