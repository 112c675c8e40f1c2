package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.journal.CaseEntry.ActedByOther;
import dev.cordon.response.CaseRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two Cordons that do not know of each other, and a security team, at work on one account at the same time. */
@Execution(ExecutionMode.CONCURRENT)
class OtherHandsTest {
    private static final String SECURITY_TEAM = "soc@soc.example";

    @TempDir
    Path folder;

    @Test
    void two_cordons_and_a_foreign_hand_on_one_account_do_not_contradict_each_other() throws Exception {
        try (Battlefield field = Battlefield.shipped("soc-acts-too", folder);
                Battlefield other = field.afresh(Files.createDirectory(folder.resolve("other")));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CaseRecord> theirs = threads.submit(() -> other.respond());
            CaseRecord ours = field.respond();

            assertThatItIsDone(ours, field);
            assertThatItIsDone(theirs.get(), other);

            field.advance("PT100M");
            field.watch();
            other.watch();
            assertThatTheForeignActIsTold(field);
            assertThatTheForeignActIsTold(other);
        }
    }

    private static void assertThatItIsDone(CaseRecord record, Battlefield field) {
        JsonObject truth = field.suspectsTruth();
        assertThat(record.state().state())
                .as(record.state().openTasks().toString())
                .isEqualTo(IncidentState.VERIFIED);
        assertThat(truth.get("attackerAccess").getAsBoolean()).isFalse();
        assertThat(truth.get("mailFeed").getAsBoolean()).isFalse();
        assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        assertThat(field.store().verifier().verify().faults()).isEmpty();
    }

    private static void assertThatTheForeignActIsTold(Battlefield field) {
        List<ActedByOther> acts = field.record().state().chronicle().actsOfOthers();
        assertThat(acts).extracting(ActedByOther::who).containsOnly(SECURITY_TEAM);
        assertThat(acts)
                .extracting(ActedByOther::what)
                .contains("Disable account", "Remove-InboxRule on anna.berg@soc.example\\.");
    }
}
