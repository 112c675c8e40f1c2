package dev.cordon.simulator.logs;

import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/** What Identity Protection thinks of a person. {@code level} and {@code state} are Graph's words. */
record RiskyUser(String userId, String level, String state, String detail, Instant at) {

    static final TableKey<RiskyUser> TABLE = new TableKey<>("risky-users", RiskyUser.class);
}
