package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.app.StoreOnServerTest;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.RequestOrder;
import dev.cordon.incident.IncidentState;
import dev.cordon.response.CaseRecord;
import dev.cordon.store.Placed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole response whose store is a PostgreSQL database, and what another machine sees of it. */
class OnServerTest {
    @TempDir
    Path folder;

    @TempDir
    Path otherMachine;

    @Test
    void a_response_kept_in_postgresql_is_verified_and_seen_by_another_machine() throws Exception {
        try (Battlefield field = Battlefield.shipped("aitm-basic", folder, Placed.ON_SERVER)) {
            CaseRecord record = field.respond();

            assertThat(record.state().state())
                    .as(record.state().openTasks().toString())
                    .isEqualTo(IncidentState.VERIFIED);
            JsonObject truth = field.suspectsTruth();
            assertThat(truth.get("attackerAccess").getAsBoolean()).isFalse();
            assertThat(truth.get("mailFeed").getAsBoolean()).isFalse();
            RequestOrder.assertThatOrderIsKept(field.requests());
            assertThat(field.store().verifier().verify().faults()).isEmpty();
            assertThat(Files.exists(field.dataFolder().resolve("vault"))).isFalse();
            assertThatNoSecretWasWritten(field);

            StoreOnServerTest.assertThatAnotherMachineSees(
                    record.incident().id().value(),
                    record.exhibits().size(),
                    Files.readString(field.dataFolder().resolve("store")),
                    otherMachine);
        }
    }

    private static void assertThatNoSecretWasWritten(Battlefield field) throws IOException {
        List<String> secrets =
                field.secrets().stream().filter(secret -> secret.length() >= 8).toList();
        assertThat(secrets).isNotEmpty();
        for (Path file : field.written()) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(secrets).as(file.toString()).noneMatch(content::contains);
        }
    }
}
