/** The steps that give an account back to its user: the one-time pass, the unblocking, the enrolment. */
@NullMarked
package dev.cordon.playbooks.restore;

import org.jspecify.annotations.NullMarked;
