package dev.cordon.store.codec;

import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.ReviewEntry;
import java.util.Optional;

/** How journal entries are stored. Stateless; safe for many threads. */
public final class JournalCodec {
    private JournalCodec() {}

    public static Encoded encode(JournalEntry journalEntry) {
        return switch (journalEntry) {
            case EngineEntry entry -> EngineEntryCodec.encode(entry);
            case CaseEntry entry -> CaseEntryCodec.encode(entry);
            case ReviewEntry entry -> ReviewEntryCodec.encode(entry);
        };
    }

    /**
     * Reads an entry back.
     *
     * @param name names the entry for the message
     * @throws UnreadableEntryException when it is not one
     */
    public static JournalEntry decode(String name, Encoded encoded) {
        FactReader facts = FactReader.parse(name, encoded.facts());
        Optional<? extends JournalEntry> entry = EngineEntryCodec.decode(encoded.kind(), facts);
        if (entry.isPresent()) {
            return entry.get();
        }
        Optional<ReviewEntry> review = ReviewEntryCodec.decode(encoded.kind(), facts);
        if (review.isPresent()) {
            return review.get();
        }
        return CaseEntryCodec.decode(encoded.kind(), facts)
                .orElseThrow(() -> new UnreadableEntryException(name, "its kind '" + encoded.kind() + "' is unknown"));
    }

    /** Reads the text of an {@link Actor} back. */
    public static Actor decodeActor(String name, String text) {
        try {
            return OutcomeCodec.actor(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEntryException(name, "its actor is " + e.getMessage());
        }
    }
}
