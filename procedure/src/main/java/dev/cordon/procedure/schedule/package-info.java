/**
 * Who may work on an incident now, and what is to be looked at later. Contracts only; the store fulfils them.
 *
 * <p>May depend on the incident.
 */
@NullMarked
package dev.cordon.procedure.schedule;

import org.jspecify.annotations.NullMarked;
