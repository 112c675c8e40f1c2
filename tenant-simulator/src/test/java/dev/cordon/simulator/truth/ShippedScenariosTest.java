package dev.cordon.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedScenariosTest {

    private static TestingTenant start(String name) {
        return TestingTenant.start(ScenarioLoader.load(name, OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource({"aitm-basic,true", "quiet-tenant,false", "throttled,true"})
    void starts_as_its_story_says(String name, boolean attacked) {
        try (var tenant = start(name)) {
            var suspect = tenant.connection().suspects().getFirst();
            var truth = tenant.control("/truth").json();

            assertThat(truth.getAsJsonObject("accounts")
                            .getAsJsonObject(suspect)
                            .get("attackerAccess")
                            .getAsBoolean())
                    .isEqualTo(attacked);
            assertThat(truth.getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void the_attacker_is_back_between_revoke_and_reset() {
        try (var tenant = start("reentry")) {
            var suspect = tenant.connection().suspects().getFirst();
            var token = tenant.tokenAs("app", "graph");
            tenant.graph(token, "POST", "/v1.0/users/" + suspect + "/revokeSignInSessions");
            tenant.graph(
                    token,
                    "PATCH",
                    "/v1.0/users/" + suspect,
                    Json.object(
                            "passwordProfile",
                            Json.object("password", "Long-enough-4711!", "forceChangePasswordNextSignIn", true)));

            var account =
                    tenant.control("/truth").json().getAsJsonObject("accounts").getAsJsonObject(suspect);
            assertThat(account.getAsJsonObject("holds").getAsJsonArray("passwords"))
                    .isEmpty();
            assertThat(account.get("attackerAccess").getAsBoolean()).isTrue();
        }
    }
}
