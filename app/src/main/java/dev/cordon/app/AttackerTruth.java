package dev.cordon.app;

import com.google.gson.JsonArray;

/**
 * What the simulated tenant knows about its attacker, whatever Cordon believes.
 *
 * @param attempts his requests after the first revoke
 * @param accessAtEnd whether he can still get in
 * @param mailFeedAtEnd whether he still receives mail
 * @param collateral legitimate things that the response removed, disabled or changed
 */
record AttackerTruth(long attempts, boolean accessAtEnd, boolean mailFeedAtEnd, JsonArray collateral) {
    boolean isOut() {
        return !accessAtEnd && !mailFeedAtEnd;
    }
}
