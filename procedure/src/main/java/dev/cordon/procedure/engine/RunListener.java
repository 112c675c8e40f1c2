package dev.cordon.procedure.engine;

import dev.cordon.procedure.journal.Recorded;

/** Is told of every entry of a run in order, after it is durable; for progress on a screen. Must be quick; its exceptions are logged. */
@FunctionalInterface
public interface RunListener {
    void recorded(Recorded entry);
}
