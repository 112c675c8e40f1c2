/**
 * Where an attacker can leave something behind: one class per area, each saying how it is read, how a thing found there is judged, and
 * how it is removed.
 */
@NullMarked
package dev.cordon.playbooks.persistence;

import org.jspecify.annotations.NullMarked;
