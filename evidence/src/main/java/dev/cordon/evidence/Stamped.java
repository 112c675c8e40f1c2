package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import java.nio.charset.StandardCharsets;

/** What a time stamp is of. Closed: each is written, read, verified and shown by exhaustive switches. */
public sealed interface Stamped {
    /** The SHA-256 that is stamped. */
    Digest imprint();

    /** It in words. */
    String text();

    /**
     * Both chains as they ended, and with them every entry before: the stamp is an anchor whose time is not ours.
     *
     * @param journal the journal's head
     * @param custody the custody log's head
     */
    record Heads(ChainHead journal, ChainHead custody) implements Stamped {
        public Heads {
            requireNonNull(journal, "journal is null");
            requireNonNull(custody, "custody is null");
            if (journal.chain() != Chain.JOURNAL || custody.chain() != Chain.CUSTODY) {
                throw new IllegalArgumentException("a head is of the other chain");
            }
        }

        /** The stamped text: each head on a line of its own, the journal's first, as {@link ChainHead#text} writes it. */
        public String lines() {
            return journal.text() + "\n" + custody.text() + "\n";
        }

        @Override
        public Digest imprint() {
            return Digest.sha256(lines().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String text() {
            return "journal " + journal.sequence() + " and custody " + custody.sequence() + ", and all before them";
        }
    }

    /**
     * An export, by the list that stands for the whole of it.
     *
     * @param tagManifest the SHA-256 of its {@code tagmanifest-sha256.txt}
     */
    record Export(Digest tagManifest) implements Stamped {
        public Export {
            requireNonNull(tagManifest, "tagManifest is null");
            if (tagManifest.hex().length() != 64) {
                throw new IllegalArgumentException("tagManifest is not SHA-256");
            }
        }

        @Override
        public Digest imprint() {
            return tagManifest;
        }

        @Override
        public String text() {
            return "the export whose tagmanifest-sha256.txt has the SHA-256 " + tagManifest;
        }
    }
}
