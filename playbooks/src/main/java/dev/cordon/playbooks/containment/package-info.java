/** Throwing the attacker out: ending his sessions, taking the password from him, blocking the account where that is impossible. */
@NullMarked
package dev.cordon.playbooks.containment;

import org.jspecify.annotations.NullMarked;
