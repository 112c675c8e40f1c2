package dev.cordon.procedure.journal;

import java.time.Instant;

/**
 * Something only people can do or confirm.
 *
 * @param id its name within the incident
 * @param text what is to be done
 * @param who whose task it is
 * @param openedAt since when, tenant time
 * @param urgent whether the attacker may be able to go on until it is done
 */
public record OpenTask(String id, String text, String who, Instant openedAt, boolean urgent) {}
