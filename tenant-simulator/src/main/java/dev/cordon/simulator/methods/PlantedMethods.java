package dev.cordon.simulator.methods;

import com.google.gson.JsonObject;
import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;

/** The methods a scenario plants, and everybody's password. */
public final class PlantedMethods implements Founder {

    @Override
    public void found(Tenant tenant) {
        TenantState state = tenant.state();
        var table = state.table(AuthenticationMethod.TABLE);
        var newMethod = new NewMethod(state);
        for (User user : state.table(User.TABLE).all()) {
            var password = new AuthenticationMethod(
                    AuthenticationMethod.PASSWORD_ID,
                    user.id(),
                    MethodType.PASSWORD,
                    user.passwordChanged(),
                    false,
                    "",
                    new JsonObject());
            table.put(password.key(), password);
        }
        for (PlantedObject planted : state.scenario().persistence()) {
            String owner = planted.owner();
            if (planted.kind() == ObjectKind.AUTHENTICATION_METHOD && owner != null) {
                plant(planted, People.id(state.chance(), owner), newMethod, state);
            }
        }
    }

    private static void plant(PlantedObject planted, String owner, NewMethod newMethod, TenantState state) {
        JsonObject object = planted.object();
        MethodType type = MethodType.find(Json.text(object, "type").orElse(""))
                .orElseThrow(() -> new IllegalStateException("No such method type: " + object));
        boolean said = object.has("createdDateTime");
        Instant created =
                said ? Json.text(object, "createdDateTime").map(Instant::parse).orElse(null) : planted.created();
        AuthenticationMethod method = newMethod.of(
                type, owner, object, created, Json.bool(object, "default").orElse(false), planted.id());
        state.table(AuthenticationMethod.TABLE).put(method.key(), method);
        state.secrets().add("authentication-method", String.valueOf(planted.owner()), method.proof());
        state.table(Origin.TABLE)
                .put(method.key(), new Origin(method.id(), planted.id(), planted.kind(), owner, planted.by()));
    }
}
