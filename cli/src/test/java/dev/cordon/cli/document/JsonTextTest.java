package dev.cordon.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.internal.LazilyParsedNumber;
import dev.cordon.testing.HostileStrings;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void every_string_comes_back_as_it_was() {
        for (String hostile : HostileStrings.all()) {
            var document = new JsonObject();
            document.addProperty(hostile, hostile);
            assertThat(JsonParser.parseString(JsonText.of(document))).isEqualTo(document);
        }
    }

    @Test
    void nothing_unseen_is_written_raw() {
        var document = new JsonObject();
        document.addProperty("name", "a\u202e\u200b\u007f\u009b\udb40\udc41");
        assertThat(JsonText.of(document)).contains("\"a\\u202e\\u200b\\u007f\\u009b\\udb40\\udc41\"");
    }

    @Test
    void numbers_keep_their_digits_and_nulls_are_said() {
        var document = new JsonObject();
        document.addProperty("ruleIdentity", new LazilyParsedNumber("17146492835123003393"));
        document.add("pdf", JsonNull.INSTANCE);
        assertThat(JsonText.of(document))
                .isEqualTo("{\n  \"ruleIdentity\": 17146492835123003393,\n  \"pdf\": null\n}\n");
    }
}
