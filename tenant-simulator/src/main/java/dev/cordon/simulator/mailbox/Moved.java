package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/**
 * A message that lies elsewhere than it did.
 *
 * @param folder the folder it lies in, or one of the places below, where its owner sees it no more
 * @param moves how often somebody moved it over Graph, which gives it another id each time
 */
record Moved(String id, String folder, Instant at, int moves) {

    static final TableKey<Moved> TABLE = new TableKey<>("moved-messages", Moved.class);

    /** Purged: among the recoverable items where nobody but a search finds it. */
    static final String PURGES = "";

    /** Taken out of the deleted items: among the recoverable items, where its owner can get it back. */
    static final String DELETIONS = "\\Deletions";

    /** Taken into the quarantine of the organisation: not in the mailbox at all. */
    static final String QUARANTINE = "\\Quarantine";

    /** Sent so that no copy was kept. */
    static final String NEVER_SAVED = "\\Never saved";

    /** Whether it lies in a folder of the mailbox that its owner sees. */
    boolean isVisible() {
        return !folder.isEmpty() && !folder.startsWith("\\");
    }
}
