package dev.cordon.response;

import dev.cordon.incident.BlockStanding;
import dev.cordon.incident.IncidentType;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.playbooks.phishing.GiveCampaignBack;
import dev.cordon.playbooks.undo.GiveBack;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.Performers;
import dev.cordon.procedure.engine.ProcedureEngine;
import dev.cordon.procedure.engine.RunEnd;
import dev.cordon.procedure.engine.RunInput;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives back what a response to a phishing click took away: blocks, and with a reason the copies of the mail. */
final class UndoCampaign {
    private final Workspace workspace;

    UndoCampaign(Workspace workspace) {
        this.workspace = workspace;
    }

    static boolean concerns(CaseRecord record) {
        return record.incident().type() == IncidentType.PHISHING_CLICK;
    }

    /** What {@code scope} means: one thing, or all blocks and, where it says why, all copies. */
    UndoItems.Preview preview(CaseRecord record, UndoScope scope) {
        if (scope.unblock()) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "No account's sign-in was blocked in this incident. Nothing was given back.",
                    "'cordon incident show " + record.incident().id() + "' names the incidents of the accounts.");
        }
        List<Item> blocks = blocks(record);
        List<Item> copies = record.state().campaign().copies().stream()
                .filter(copy ->
                        copy.outcome().filter(ItemOutcome.REMOVED::equals).isPresent())
                .toList();
        if (scope.item().isPresent()) {
            return new UndoItems.Preview(List.of(named(record, scope, blocks, copies)), List.of());
        }
        return scope.because().isBlank()
                ? new UndoItems.Preview(blocks, copies)
                : new UndoItems.Preview(
                        Stream.concat(blocks.stream(), copies.stream()).toList(), List.of());
    }

    private static List<Item> blocks(CaseRecord record) {
        return record.state().campaign().listed().stream()
                .filter(listed -> listed.standing() == BlockStanding.BLOCKED)
                .map(listed -> Item.found(
                        GiveCampaignBack.block(listed),
                        listed.value(),
                        Verdict.REVIEW,
                        List.of(listed.because()),
                        Optional.empty()))
                .toList();
    }

    private static Item named(CaseRecord record, UndoScope scope, List<Item> blocks, List<Item> copies) {
        String typed = scope.item().orElseThrow();
        Item found = Stream.concat(blocks.stream(), copies.stream())
                .filter(item -> item.key().id().equals(typed) || item.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new RequestRefusedException(
                        Reason.NOT_POSSIBLE_NOW,
                        "Nothing of that name was blocked or removed in this incident; nothing was given back.",
                        "'cordon incident show " + record.incident().id() + "' says what became of each thing.",
                        Nearest.of(
                                typed,
                                Stream.concat(blocks.stream(), copies.stream())
                                        .map(item -> item.key().id())
                                        .toList())));
        if (found.verdict() == Verdict.MALICIOUS && scope.because().isBlank()) {
            throw new RequestRefusedException(
                    Reason.NOT_CONFIRMED,
                    "It is judged malicious: whoever gives it back answers for it. Nothing was given back.",
                    "Say why with --because TEXT; it stands in the report.");
        }
        return found;
    }

    /** Gives it back under the incident's claim, which the caller holds. */
    UndoItems.Undone undo(CaseRecord record, UndoScope scope, UndoItems.Dialogue dialogue) {
        List<Item> wanted = preview(record, scope).items();
        if (wanted.isEmpty()) {
            return new UndoItems.Undone(record, List.of());
        }
        try (Tenant tenant = new Tenants(workspace).connect(record.incident().tenant(), dialogue.signIn())) {
            GiveCampaignBack back =
                    new GiveCampaignBack(tenant.in(Lane.CONTAINMENT), wanted, dialogue.author(), scope.because());
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
                            new Performers(Map.of("undo", back)),
                            new TenantFailures(),
                            workspace.wallTime())
                    .run(ProcedureFile.shipped(GiveBack.PROCEDURE), input);
            if (!end.interrupted()) {
                new IncidentReports(workspace).write(record.incident().id());
            }
            Anchors.put(workspace, record.incident().id());
            return new UndoItems.Undone(
                    new Incidents(workspace).show(record.incident().id()), back.returned());
        }
    }
}
