package dev.cordon.procedure.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A later look at the tenant.
 *
 * @param name its name within the incident
 * @param dueAt when it is due, tenant time
 * @param done when it was carried out, tenant time; empty while it was not
 * @param clean whether everything was as it should be; empty while it was not carried out
 * @param detail what was found; empty while it was not carried out
 */
public record Recheck(String name, Instant dueAt, Optional<Instant> done, Optional<Boolean> clean, String detail) {}
