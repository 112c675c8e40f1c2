/**
 * The collection of logs after containment: which logs, how far each was read, and the written form of the place from which it goes on.
 *
 * <p>A source is read in rounds. A round asks for a stretch of time and is read to its end, over as many processes as it takes; where rows of that
 * time may still arrive afterwards, another round asks again. Pages, rows and place are kept in one transaction, so that nothing is lost and
 * nothing is kept twice whenever the process dies (docs/decisions/0028).
 *
 * <p>Depends on {@code incident}, {@code evidence}, {@code tenant} and {@code investigation.records}; knows no databases.
 */
@NullMarked
package dev.cordon.investigation.collection;

import org.jspecify.annotations.NullMarked;
