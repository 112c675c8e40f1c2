package dev.cordon.store.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JournalCodecTest {
    @Example
    void every_kind_is_read_back_as_it_was_and_has_always_the_same_text() {
        for (JournalEntry entry : JournalEntries.everyKind()) {
            Encoded encoded = JournalCodec.encode(entry);
            assertThat(JournalCodec.decode("journal 1", encoded)).isEqualTo(entry);
            assertThat(JournalCodec.encode(entry)).isEqualTo(encoded);
        }
    }

    @Property(tries = 500)
    void any_text_survives_half_characters_included(@ForAll String text) {
        JournalEntry entry = new CaseEntry.NoteAdded(text);

        Encoded encoded = JournalCodec.encode(entry);
        String stored = new String(encoded.facts().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(JournalCodec.decode("journal 1", new Encoded(encoded.kind(), stored)))
                .isEqualTo(entry);
    }

    @Example
    void what_this_version_cannot_have_written_is_refused_by_name() {
        assertUnreadable("telepathy", "{}", "its kind 'telepathy' is unknown");
        assertUnreadable("note-added", "{}", "'text' is missing");
        assertUnreadable("note-added", "{\"text\":1}", "'text' is not a text");
        assertUnreadable("note-added", "{\"text\":\"a\"} x", "journal 7");
        assertUnreadable("note-added", "{text:'a'}", "not JSON");
        assertUnreadable("run-ended", "{\"interrupted\":\"no\"}", "'interrupted' is not true or false");
        assertUnreadable("step-started", "{\"step\":\"Not A Step\"}", "'step' is not what it should be");
    }

    private static void assertUnreadable(String kind, String facts, String why) {
        assertThatThrownBy(() -> JournalCodec.decode("journal 7", new Encoded(kind, facts)))
                .isInstanceOf(UnreadableEntryException.class)
                .hasMessageContaining("journal 7")
                .hasMessageContaining(why);
    }
}
