package dev.cordon.tenant;

import java.util.function.Consumer;

/**
 * One of Microsoft's logs, read page by page. Safe for many threads, where each collects for itself; one collection holds no more than a
 * page and what it needs to know rows again.
 *
 * @param <P> a place in the log, which can be written down: from it, another process goes on
 */
public interface LogSource<P> {
    /**
     * Reads from {@code from} on and hands every page over as it comes, on the calling thread. What {@code sink} throws ends the collection and
     * is thrown on; nothing is asked then. Repeating it changes nothing in the tenant, but for a query of the audit log, which may be made again.
     *
     * <p>Rows are handed over at least once: after going on from a place, and where a log repeats itself, some come again with the same id.
     *
     * @return how it ended; a refusal is an ending too. It speaks for the log as it was while it was read, not for rows that arrive late
     */
    CollectionEnd collect(P from, Consumer<? super LogPage<P>> sink);
}
