/** Who decides what is kept and what is removed: the recommendation, a decision file, or the operator one by one. */
@NullMarked
package dev.cordon.playbooks.decision;

import org.jspecify.annotations.NullMarked;
