package dev.cordon.simulator.scenario;

import java.util.List;

/**
 * How searches of logs go wrong, every so often; 0 is never.
 *
 * @param duplicates every such row of the unified audit log is given twice, far apart
 * @param repeats every such page of a search session begins with rows of the page before
 * @param shortPages every such page holds fewer rows than asked for, or none, though more follow
 * @param breaks every such page of a search session is its last, without saying so; every such query over Graph fails
 */
public record Searches(int duplicates, int repeats, int shortPages, int breaks) {

    /** Nothing goes wrong. */
    public static final Searches PLAIN = new Searches(0, 0, 0, 0);

    /** Refuses what would never end. */
    public Searches {
        for (var every : List.of(duplicates, repeats, shortPages, breaks)) {
            if (every < 0 || every == 1 || every > 100_000) {
                throw new IllegalArgumentException("each of searches must be 0, or lie between 2 and 100000");
            }
        }
    }

    /** Whether it is the turn of the thing of that number, from 1, when every {@code every} is. */
    public static boolean isTurn(int every, long number) {
        return every > 0 && number > 0 && number % every == 0;
    }
}
