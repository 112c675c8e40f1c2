package dev.cordon.store;

import java.time.Duration;

/**
 * How often the holder of a claim shows that it lives, and after how long a silence it is taken for gone.
 *
 * @param heartbeat between one beat and the next
 * @param lapse the longest silence of a process on another machine, of which nothing else can be known
 */
record ClaimPace(Duration heartbeat, Duration lapse) {
    static final ClaimPace USUAL = new ClaimPace(Duration.ofSeconds(5), Duration.ofSeconds(30));

    ClaimPace {
        if (heartbeat.plus(heartbeat).compareTo(lapse) > 0) {
            throw new IllegalArgumentException("lapse must leave room for a beat that is lost: " + lapse);
        }
    }
}
