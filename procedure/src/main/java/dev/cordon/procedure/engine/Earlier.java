package dev.cordon.procedure.engine;

import dev.cordon.procedure.journal.EffectProgress;

/** What the journal knows of an effect from before, in this run or one that was killed. */
public sealed interface Earlier {
    /** It was never tried. */
    record Never() implements Earlier {}

    /** It was tried, and what came of it is certain: done, already or refused. */
    record Certain(EffectProgress effect) implements Earlier {}

    /** It was tried, and nobody knows whether it took effect: look first; if it is tried again, the journal says that it was repeated. */
    record Uncertain(EffectProgress effect) implements Earlier {}
}
