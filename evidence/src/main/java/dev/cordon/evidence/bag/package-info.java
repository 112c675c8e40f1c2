/**
 * Evidence that leaves the house: the bag (RFC 8493) in which an incident is handed out, and its verification by whoever has nothing else.
 *
 * <p>Writes and reads files below the path it is given and nothing else; needs no data folder and no network. Depends on the exhibits, the
 * chain and the verification's words.
 */
@NullMarked
package dev.cordon.evidence.bag;

import org.jspecify.annotations.NullMarked;
