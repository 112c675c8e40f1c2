package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.Word;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.PlanResponse.PlannedCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says would be done is what a response then does. */
class PlannedTest {
    @TempDir
    Path folder;

    @Test
    void every_call_of_a_plan_is_one_that_the_response_makes_for_that_very_thing() throws Exception {
        try (Battlefield field = Battlefield.shipped("aitm-full-persistence", folder)) {
            List<PlannedCall> calls = field.plan(field.suspect()).calls();
            int before = field.requests().size();
            field.respond();
            List<String> made = field.requests().stream()
                    .skip(before)
                    .map(PlannedTest::made)
                    .toList();

            assertThat(calls)
                    .filteredOn(call -> !call.step().equals("reset-password"))
                    .extracting(PlannedCall::call)
                    .allSatisfy(call -> {
                        assertThat(call).doesNotContain("Get-").isNotBlank();
                        assertThat(parts(call))
                                .allSatisfy(part -> assertThat(made).contains(part));
                    });
            assertThat(calls)
                    .filteredOn(call -> call.what().startsWith("Remove "))
                    .hasSizeGreaterThan(20)
                    .extracting(PlannedCall::call)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_is_kept_with_the_mailbox_is_judged_by_a_plan_as_by_the_response() throws Exception {
        try (Battlefield field = Battlefield.shipped("aitm-full-persistence", folder)) {
            Map<ItemKey, Verdict> planned = new HashMap<>();
            field.plan(field.suspect())
                    .items()
                    .forEach(item -> planned.put(
                            new ItemKey(
                                    Word.of(item.proposal().kind()),
                                    item.proposal().id()),
                            item.proposal().verdict()));

            Map<ItemKey, Item> judged = field.respond().state().items();

            assertThat(judged.values())
                    .filteredOn(item -> List.of("delegate", "forwarding")
                                    .contains(item.key().kind())
                            && planned.containsKey(item.key()))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(item -> assertThat(planned.get(item.key()))
                            .as(item.key() + " " + item.name())
                            .isEqualTo(item.verdict()));
        }
    }

    /** A request with its path, a command with its name: both as the tenant's own list of requests has them. */
    private static List<String> parts(String call) {
        return Stream.of(call.split("; "))
                .map(part -> part.matches("(POST|PATCH|DELETE) .*")
                        ? part.replaceAll("^(\\S+ \\S+).*", "$1")
                        : part.replaceAll(" .*", ""))
                .map(PlannedTest::decoded)
                .toList();
    }

    private static String made(JsonObject row) {
        JsonElement cmdlet = row.get("cmdlet");
        if (!cmdlet.isJsonNull()) {
            return cmdlet.getAsString();
        }
        String path = row.get("path").getAsString().replaceFirst("^/(v1.0|beta)", "");
        return decoded(row.get("method").getAsString() + " " + path);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
