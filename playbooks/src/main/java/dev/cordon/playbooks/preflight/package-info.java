/** Before anything is changed: who the account really is, what kind it is, and whether we may act on it. */
@NullMarked
package dev.cordon.playbooks.preflight;

import org.jspecify.annotations.NullMarked;
