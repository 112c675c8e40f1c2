package dev.cordon.playbooks.account;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.playbooks.decision.Decision;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.procedure.ItemKey;
import java.util.Optional;

/**
 * A thing with its proposal, the exhibit that holds it, and what was decided.
 *
 * @param thing the tenant's record of it
 * @param proposal how it was judged
 * @param key its key in the journal
 * @param exhibit the sealed answer that contains it
 * @param decision keep or remove
 * @param <T> the tenant's record
 */
record Reviewed<T>(T thing, Proposal proposal, ItemKey key, Optional<ExhibitId> exhibit, Decision decision) {}
