/**
 * Exhibits and who touched them: sealed bytes with their digests, and the append-only, hash-chained custody log.
 *
 * <p>Depends on the incident room and on the chain; knows nothing of Microsoft 365, databases or files.
 */
@NullMarked
package dev.cordon.evidence;

import org.jspecify.annotations.NullMarked;
