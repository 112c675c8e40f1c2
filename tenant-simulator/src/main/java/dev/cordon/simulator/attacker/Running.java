package dev.cordon.simulator.attacker;

import dev.cordon.simulator.state.TableKey;

/** A move that is being repeated at present; kept in the state so that a snapshot holds it. */
record Running(int move, int left) {

    static final TableKey<Running> TABLE = new TableKey<>("attacker-moves", Running.class);
}
