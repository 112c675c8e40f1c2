package dev.cordon.simulator.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One planned failure, in a scenario or from {@code POST /faults}.
 *
 * @param times how often it strikes; absent: once when {@code match.nth} is given, else always
 * @param status only for {@link Effect#STATUS}
 * @param slowness only for {@link Effect#SLOW}, wall time
 */
public record Fault(
        Match match,
        Effect effect,
        @Nullable Integer status,
        @Nullable Duration slowness,
        RetryAfter retryAfter,
        @Nullable Integer times) {

    /** Refuses effects without their value. */
    public Fault {
        if (effect == Effect.STATUS && (status == null || status < 400 || status > 599)) {
            throw new IllegalArgumentException("status must lie between 400 and 599");
        }
        if (effect == Effect.SLOW && slowness == null) {
            throw new IllegalArgumentException("slow needs a duration, such as slow:PT5S");
        }
        if (times != null && times < 1) {
            throw new IllegalArgumentException("times must be at least 1");
        }
    }

    /**
     * Which requests it meets; absent parts match all.
     *
     * @param host login, graph, exchange, compliance or webhook
     * @param path a path without query, in which {@code *} stands for any characters; without {@code *} it may also be a
     *     part of the path
     * @param nth only the nth matching request, counted from 1
     */
    public record Match(
            @Nullable String host,
            @Nullable String method,
            @Nullable String path,
            @Nullable String cmdlet,
            @Nullable Integer nth) {
        /** Refuses a count below 1. */
        public Match {
            if (nth != null && nth < 1) {
                throw new IllegalArgumentException("nth counts from 1");
            }
        }
    }

    /** What goes wrong. */
    public enum Effect {
        STATUS,
        RESET_BEFORE,
        RESET_AFTER_COMMIT,
        SLOW,
        TRUNCATE,
        WRONG_JSON,
        HTML_403,
        NUL_403,
        EMPTY_200
    }

    /** What a 429 or 503 says about when to come back. */
    public enum RetryAfter {
        NONE,
        SECONDS,
        FRACTION
    }
}
