/**
 * Labelled material for measuring a judge, and the program that writes the sign-ins of it. Depends on nothing that judges: whoever writes
 * here does not read how rules, sign-ins and consents are judged.
 */
@NullMarked
package dev.cordon.investigation.labelled;

import org.jspecify.annotations.NullMarked;
