/** The steps of the compromised account around containment: pre-flight, evidence, review of what was left, verification, report. */
@NullMarked
package dev.cordon.playbooks.account;

import org.jspecify.annotations.NullMarked;
