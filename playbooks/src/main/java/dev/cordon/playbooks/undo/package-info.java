/**
 * Gives back what a response took away: from the sealed copy of the thing, after a look at what is there now, read back and compared field by
 * field. Depends on persistence, casefile and containment.
 */
@NullMarked
package dev.cordon.playbooks.undo;

import org.jspecify.annotations.NullMarked;
