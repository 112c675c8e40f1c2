package dev.cordon.response;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.playbooks.undo.GiveBack;
import dev.cordon.playbooks.undo.Returned;
import dev.cordon.playbooks.undo.Wanted;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.engine.ProcedureEngine;
import dev.cordon.procedure.engine.RunEnd;
import dev.cordon.procedure.engine.RunInput;
import dev.cordon.procedure.engine.RunListener;
import dev.cordon.tenant.SealedAnswer;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives back what a response took away, from its sealed copies, under the incident's claim; also when the incident is closed. What is given
 * back is decided to be kept, so that no re-check takes it away again.
 */
public final class UndoItems {
    private final Workspace workspace;

    public UndoItems(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What would be given back.
     *
     * @param items what is
     * @param leftOut what is not, because it is judged malicious and was not named
     */
    public record Preview(List<Item> items, List<Item> leftOut) {}

    /**
     * What an undo came to.
     *
     * @param record the incident after it
     * @param items what became of each thing that was wanted back
     */
    public record Undone(CaseRecord record, List<Returned> items) {}

    /**
     * How an undo is carried out.
     *
     * @param author who wants it
     * @param signIn how to sign in, by connection document
     * @param listener told of every entry once it is durable
     */
    public record Dialogue(Actor author, Function<Path, SignIn> signIn, RunListener listener) {}

    /**
     * What {@code scope} means. Asks no tenant.
     *
     * @throws RequestRefusedException when there is no such incident or item, or it cannot be given back so
     */
    public Preview preview(String id, UndoScope scope) {
        CaseRecord record = new Incidents(workspace).find(id);
        if (UndoCampaign.concerns(record)) {
            return new UndoCampaign(workspace).preview(record, scope);
        }
        UndoChoice.Chosen chosen = new UndoChoice(workspace).of(record, scope);
        return new Preview(chosen.all(record), chosen.leftOut());
    }

    /**
     * Gives back.
     *
     * @throws RequestRefusedException as {@link #preview}
     * @throws dev.cordon.evidence.EvidenceDamagedException when a copy is not what was sealed; nothing was done
     * @throws InterruptedException when interrupted before the run began
     */
    public Undone undo(String id, UndoScope scope, Dialogue dialogue) throws InterruptedException {
        CaseRecord record = new Incidents(workspace).find(id);
        try {
            return workspace.runs().claimAndRun(record.incident().id(), () -> claimed(id, scope, dialogue));
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The undo of " + id + " failed", e);
        }
    }

    private Undone claimed(String id, UndoScope scope, Dialogue dialogue) throws InterruptedException {
        CaseRecord record = new Incidents(workspace).find(id);
        if (UndoCampaign.concerns(record)) {
            return new UndoCampaign(workspace).undo(record, scope, dialogue);
        }
        List<Item> chosen = new UndoChoice(workspace).of(record, scope).all(record);
        if (chosen.isEmpty()) {
            return new Undone(record, List.of());
        }
        try (Tenant tenant = new Tenants(workspace).connect(record.incident().tenant(), dialogue.signIn())) {
            return undo(record, chosen, scope, dialogue, tenant);
        }
    }

    private Undone undo(CaseRecord record, List<Item> chosen, UndoScope scope, Dialogue dialogue, Tenant tenant) {
        SealedCopies copies = new SealedCopies(workspace, record, dialogue.author());
        List<Wanted> wanted = chosen.stream()
                .map(item -> wanted(record, item, scope, copies, tenant))
                .toList();
        GiveBack giveBack = new GiveBack(tenant, wanted, dialogue.author(), scope.because());
        RunInput input = RunInput.of(
                        record.incident().id(),
                        RespondToCompromisedAccount.actor(tenant.caller()),
                        tenant.clock()::now,
                        workspace.process())
                .toldTo(dialogue.listener())
                .again(Set.of(GiveBack.STEP));
        RunEnd end = new ProcedureEngine(
                        workspace.journal(),
                        workspace.vault(),
                        giveBack.performers(),
                        new TenantFailures(),
                        workspace.wallTime())
                .run(ProcedureFile.shipped(GiveBack.PROCEDURE), input);
        if (!end.interrupted()) {
            new IncidentReports(workspace).write(record.incident().id());
        }
        Anchors.put(workspace, record.incident().id());
        return new Undone(new Incidents(workspace).show(record.incident().id()), giveBack.returned());
    }

    private static Wanted wanted(CaseRecord record, Item item, UndoScope scope, SealedCopies copies, Tenant tenant) {
        Optional<ExhibitId> copy = copies.copyOf(item.key()).or(item::exhibit);
        List<SealedAnswer> sealed =
                copy.map(exhibit -> copies.open(item.key(), exhibit, tenant)).orElse(List.of());
        return new Wanted(
                item.key(),
                item.name(),
                scope.item().isPresent(),
                copy,
                sealed,
                SealedCopies.isLeft(record.entries(), item),
                item.givenBackAs().map(ItemKey::id).stream().collect(Collectors.toSet()),
                record.state().items().values().stream()
                        .filter(other -> !other.key().equals(item.key()))
                        .flatMap(other -> other.givenBackAs().map(ItemKey::id).stream())
                        .collect(Collectors.toSet()));
    }
}
