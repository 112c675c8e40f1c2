package dev.cordon.investigation.labelled;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks the material itself, and no judge. */
class LabelledMaterialTest {
    private static final List<JsonObject> RULES = read("inbox-rule.jsonl");
    private static final List<JsonObject> SIGN_INS = read("sign-in.jsonl");
    private static final List<JsonObject> CONSENTS = read("consent.jsonl");

    @Test
    void there_is_enough_of_every_kind() {
        assertThat(RULES).hasSizeGreaterThanOrEqualTo(600);
        assertThat(SIGN_INS).hasSizeGreaterThanOrEqualTo(2_000);
        assertThat(CONSENTS).hasSizeGreaterThanOrEqualTo(300);
        assertThat(RULES.stream().map(line -> word(line, "style")).distinct()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(share(RULES, "malicious")).isBetween(0.35, 0.45);
        assertThat(share(CONSENTS, "malicious")).isBetween(0.35, 0.45);
    }

    @Test
    void every_line_is_labelled() {
        for (JsonObject line : RULES) {
            assertThat(word(line, "label")).isIn("malicious", "benign");
            labelled(line);
        }
        for (JsonObject line : CONSENTS) {
            assertThat(word(line, "label")).isIn("malicious", "benign");
            labelled(line);
        }
        for (JsonObject line : SIGN_INS) {
            assertThat(word(line, "label")).isIn("malicious", "attempt", "benign");
            labelled(line);
        }
    }

    @Test
    void ids_are_unique_within_a_kind() {
        for (List<JsonObject> kind : List.of(RULES, SIGN_INS, CONSENTS)) {
            assertThat(kind.stream().map(line -> word(line, "id"))).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_style_is_in_one_half_only_and_both_halves_have_both_labels() {
        for (List<JsonObject> kind : List.of(RULES, SIGN_INS, CONSENTS)) {
            Map<String, Set<String>> halves = new HashMap<>();
            kind.forEach(line -> halves.computeIfAbsent(word(line, "style"), _ -> new HashSet<>())
                    .add(word(line, "half")));
            assertThat(halves.values()).allSatisfy(half -> assertThat(half).hasSize(1));
            Map<String, Set<String>> labels = new HashMap<>();
            kind.forEach(line -> labels.computeIfAbsent(word(line, "half"), _ -> new HashSet<>())
                    .add(word(line, "label")));
            assertThat(labels).containsOnlyKeys("tuning", "test");
            assertThat(labels.values()).allSatisfy(label -> assertThat(label).contains("malicious", "benign"));
        }
    }

    @Test
    void the_halves_share_no_line_even_where_only_the_id_differs() {
        for (List<JsonObject> kind : List.of(RULES, CONSENTS)) {
            Map<String, Set<String>> contents = kind.stream()
                    .collect(groupingBy(line -> word(line, "half"), mapping(LabelledMaterialTest::content, toSet())));
            assertThat(Objects.requireNonNull(contents.get("tuning")))
                    .doesNotContainAnyElementsOf(Objects.requireNonNull(contents.get("test")));
        }
    }

    @Test
    void a_rule_has_the_members_of_the_interface_and_acts() {
        for (JsonObject rule : RULES) {
            assertThat(rule.keySet())
                    .contains(
                            "displayName", "sequence", "isEnabled", "hasError", "isReadOnly", "conditions", "actions");
            assertThat(RuleMembers.PREDICATES)
                    .containsAll(rule.getAsJsonObject("conditions").keySet());
            assertThat(RuleMembers.ACTIONS)
                    .containsAll(rule.getAsJsonObject("actions").keySet());
            assertThat(rule.getAsJsonObject("actions").isEmpty())
                    .as(word(rule, "id"))
                    .isFalse();
            if (rule.has("exceptions")) {
                assertThat(RuleMembers.PREDICATES)
                        .containsAll(rule.getAsJsonObject("exceptions").keySet());
            }
        }
    }

    @Test
    void every_action_and_most_predicates_occur() {
        Set<String> actions = new HashSet<>();
        Set<String> predicates = new HashSet<>();
        for (JsonObject rule : RULES) {
            actions.addAll(rule.getAsJsonObject("actions").keySet());
            predicates.addAll(rule.getAsJsonObject("conditions").keySet());
        }
        assertThat(actions).isEqualTo(RuleMembers.ACTIONS);
        assertThat(predicates).hasSizeGreaterThanOrEqualTo(26);
    }

    @Test
    void a_sign_in_has_the_members_of_the_interface() {
        for (JsonObject row : SIGN_INS) {
            assertThat(row.keySet())
                    .contains(
                            "createdDateTime",
                            "userId",
                            "userPrincipalName",
                            "ipAddress",
                            "location",
                            "clientAppUsed",
                            "userAgent",
                            "deviceDetail",
                            "status",
                            "isInteractive",
                            "authenticationDetails",
                            "authenticationRequirement",
                            "sessionId",
                            "uniqueTokenIdentifier",
                            "authenticationProtocol",
                            "autonomousSystemNumber",
                            "appDisplayName",
                            "resourceDisplayName",
                            "correlationId");
            boolean failed = row.getAsJsonObject("status").get("errorCode").getAsInt() != 0;
            assertThat(failed && word(row, "label").equals("malicious")).isFalse();
            assertThat(!failed && word(row, "label").equals("attempt")).isFalse();
        }
    }

    @Test
    void sixty_people_sign_in_and_twenty_of_them_are_not_alone() {
        assertThat(SIGN_INS.stream().map(row -> word(row, "userId")).distinct()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(SIGN_INS.stream()
                        .filter(row -> word(row, "label").equals("malicious"))
                        .map(row -> word(row, "userId"))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(20);
        Map<String, Set<String>> halves = new HashMap<>();
        SIGN_INS.forEach(row -> halves.computeIfAbsent(word(row, "userId"), _ -> new HashSet<>())
                .add(word(row, "half")));
        assertThat(halves.values()).allSatisfy(half -> assertThat(half).hasSize(1));
    }

    @Test
    void a_consent_is_a_grant_or_an_assignment_with_its_application() {
        for (JsonObject line : CONSENTS) {
            assertThat(line.has("scope")).isNotEqualTo(line.has("appRoleValue"));
            assertThat(line.keySet())
                    .contains(
                            "principalId",
                            "resourceDisplayName",
                            "appDisplayName",
                            "appId",
                            "appOwnerOrganizationId",
                            "verifiedPublisher",
                            "replyUrls",
                            "servicePrincipalType",
                            "tags",
                            "createdDateTime");
            if (line.has("scope")) {
                assertThat(word(line, "consentType")).isIn("AllPrincipals", "Principal");
                assertThat(line.get("principalId").isJsonNull())
                        .isEqualTo(word(line, "consentType").equals("AllPrincipals"));
            }
        }
    }

    private static void labelled(JsonObject line) {
        assertThat(word(line, "style")).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(word(line, "half")).isIn("tuning", "test");
    }

    private static double share(List<JsonObject> lines, String label) {
        return (double) lines.stream()
                        .filter(line -> word(line, "label").equals(label))
                        .count()
                / lines.size();
    }

    private static String word(JsonObject line, String member) {
        return line.get(member).getAsString();
    }

    /** What is left without what only tells lines apart. */
    private static String content(JsonObject line) {
        JsonObject copy = line.deepCopy();
        List.of("id", "label", "style", "half", "folders", "sequence", "tenantDomains", "tenantId")
                .forEach(copy::remove);
        return copy.toString();
    }

    private static List<JsonObject> read(String name) {
        try (InputStream in =
                Objects.requireNonNull(LabelledMaterialTest.class.getResourceAsStream("/labelled/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(LabelledMaterialTest::parsed)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static JsonObject parsed(String line) {
        JsonReader reader = new JsonReader(new StringReader(line));
        reader.setStrictness(Strictness.STRICT);
        JsonElement parsed = JsonParser.parseReader(reader);
        return parsed.getAsJsonObject();
    }
}
