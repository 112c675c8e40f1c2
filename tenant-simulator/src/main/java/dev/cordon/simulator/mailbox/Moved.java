package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.state.TableKey;

/** A message that lies elsewhere than it did, or ({@code folder} empty) nowhere any more. */
record Moved(String id, String folder) {

    static final TableKey<Moved> TABLE = new TableKey<>("moved-messages", Moved.class);
}
