package dev.cordon.microsoft365.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one session of the audit search has given so far, and whether it is at its end. Its number of rows is announced with every row, counts
 * rows that come twice, and may be wrong. One thread.
 */
final class AuditSession {
    /** The most rows a page can have. */
    static final int PAGE = 5000;

    /** More than a session ever gives: behind it, it repeats its end. */
    private static final int LIMIT = 50_000;

    /** A session of more pages than this many rows need breaks off often. */
    private static final int FITTING = 20_000;

    private static final int MOST_IDLE_PAGES = 3;

    /** Where a session stands. */
    enum State {
        GOES_ON,
        /** An empty page came, and as many rows as were announced. */
        COMPLETE,
        /** It ended with fewer rows than were announced. */
        SHORT,
        /** It holds, or may hold, more than a session gives. */
        TOO_LARGE,
        /** Its rows lost their numbers, which is how the service says that it broke. */
        BROKEN_OFF,
        /** A part of a page was lost on the way. */
        LOST
    }

    private final boolean divisible;
    private final Set<String> ids = new HashSet<>();
    private final Set<Integer> places = new HashSet<>();
    private int announced;
    private int idlePages;
    private boolean broken;

    AuditSession(boolean divisible) {
        this.divisible = divisible;
    }

    /** Where it stands after another page. */
    State after(List<AuditLogRow> page, boolean whole) {
        int known = given();
        page.forEach(this::take);
        idlePages = given() > known ? 0 : idlePages + 1;
        if (!whole) {
            return State.LOST;
        }
        if (broken) {
            return State.BROKEN_OFF;
        }
        boolean large = divisible && announced > FITTING && ids.size() >= PAGE;
        if (large || given() >= LIMIT) {
            return State.TOO_LARGE;
        }
        return page.isEmpty() || idlePages >= MOST_IDLE_PAGES ? ended() : State.GOES_ON;
    }

    private void take(AuditLogRow row) {
        ids.add(row.row().id());
        announced = Math.max(announced, row.announced());
        if (row.place() > 0) {
            places.add(row.place());
        }
        broken |= row.place() < 0;
    }

    /** Nothing at all is believed at the second time: an overloaded service says nothing too. */
    private State ended() {
        if (ids.isEmpty() && idlePages < 2) {
            return State.GOES_ON;
        }
        return given() < announced ? State.SHORT : State.COMPLETE;
    }

    /** How many rows of those announced came: one that repeats another has a place of its own. */
    private int given() {
        return Math.max(ids.size(), places.size());
    }

    boolean isEmpty() {
        return given() == 0;
    }

    boolean holdsMoreThanAPage() {
        return Math.max(given(), announced) > PAGE;
    }

    /** What it announced and gave, in words. */
    String told() {
        return broken
                ? "broke off after " + given() + " rows each time"
                : "announced " + announced + " rows and gave " + given();
    }
}
