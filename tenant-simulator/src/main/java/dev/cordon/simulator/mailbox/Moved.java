package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/** A message that lies elsewhere than it did, or ({@code folder} empty) nowhere any more that its owner can see. */
record Moved(String id, String folder, Instant at) {

    static final TableKey<Moved> TABLE = new TableKey<>("moved-messages", Moved.class);

    /** Whether no list of folders or messages shows it any more. */
    boolean isOutOfSight() {
        return folder.isEmpty() || folder.equals(RecoverableItems.DELETIONS);
    }
}
