package dev.cordon.simulator.login;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.AuthenticationMethod;
import java.time.Duration;
import java.time.Instant;

/** When a Temporary Access Pass lets somebody in. */
final class TemporaryPass {

    private TemporaryPass() {}

    static boolean isUsable(AuthenticationMethod pass, Instant now) {
        Instant start =
                Json.text(pass.details(), "startDateTime").map(Instant::parse).orElse(now);
        int minutes = pass.details().has("lifetimeInMinutes")
                ? pass.details().get("lifetimeInMinutes").getAsInt()
                : 60;
        boolean fresh = !now.isBefore(start) && now.isBefore(start.plus(Duration.ofMinutes(minutes)));
        return fresh
                && !Json.text(pass.details(), "methodUsabilityReason")
                        .orElse("")
                        .equals("OneTimeUsed");
    }

    static AuthenticationMethod used(AuthenticationMethod pass) {
        JsonObject details = pass.details().deepCopy();
        details.addProperty("isUsable", false);
        details.addProperty("methodUsabilityReason", "OneTimeUsed");
        return new AuthenticationMethod(
                pass.id(), pass.userId(), pass.type(), pass.created(), pass.isDefault(), pass.proof(), details);
    }
}
