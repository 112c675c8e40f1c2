package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.response.CaseRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attacker's method is the default: another one is preferred so that it can go, and what was changed for that is put back. */
class PreferenceTest {
    private static final String PREFERENCES = "/beta/users/anna.berg@contoso.example/authentication/signInPreferences";

    @TempDir
    Path folder;

    @Test
    void who_chooses_the_second_factor_is_put_back_and_read_back() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", PreferenceTest::defaultOfTheAttacker, folder)) {
            field.graph("operator", "PATCH", PREFERENCES, "{\"isSystemPreferredAuthenticationMethodEnabled\": true}");

            CaseRecord record = field.respond();

            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(field.suspectsTruth().getAsJsonObject("holds").getAsJsonArray("methods"))
                    .isEmpty();
            assertThat(chosen(field)).containsExactly("true", "push");
            assertThat(changes(field)).hasSize(3);
        }
    }

    @Test
    void where_the_service_does_not_choose_that_is_left_as_it_is() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", PreferenceTest::defaultOfTheAttacker, folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(chosen(field)).containsExactly("false", "push");
            assertThat(changes(field)).hasSize(1);
        }
    }

    private static String defaultOfTheAttacker(String yaml) {
        return yaml.replace("displayName: iPhone 15, default: true", "displayName: iPhone 15")
                .replace("{type: softwareOath}", "{type: softwareOath, default: true}");
    }

    private static List<String> chosen(Battlefield field) {
        var now = JsonParser.parseString(
                        field.graph("operator", "GET", PREFERENCES, "").body())
                .getAsJsonObject();
        return List.of(
                now.get("isSystemPreferredAuthenticationMethodEnabled").getAsString(),
                now.get("userPreferredMethodForSecondaryAuthentication").getAsString());
    }

    private static List<String> changes(Battlefield field) {
        return field.requests().stream()
                .map(Object::toString)
                .filter(row -> row.contains("\"caller\":\"app\"") && row.contains("\"method\":\"PATCH\""))
                .filter(row -> row.contains("/signInPreferences"))
                .toList();
    }
}
