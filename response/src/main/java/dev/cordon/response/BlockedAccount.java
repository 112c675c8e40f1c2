package dev.cordon.response;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Account;
import dev.cordon.playbooks.containment.OwnBlock;
import dev.cordon.playbooks.undo.GiveBack;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.List;
import java.util.Optional;

/** The account of an incident, as a thing that is given back when its sign-in was blocked by the response. Stateless. */
final class BlockedAccount {
    private BlockedAccount() {}

    static boolean isNamed(CaseRecord record, String typed) {
        Account account = record.incident().account();
        return typed.equalsIgnoreCase(account.objectId()) || typed.equalsIgnoreCase(account.userPrincipalName());
    }

    /** Refuses where the response has not blocked it, or somebody else has too: he had his reasons. */
    static void requireBlocked(CaseRecord record) {
        if (block(record).isEmpty()) {
            throw notOurs("This response did not block the sign-in");
        }
        OwnBlock.alsoBlockedBy(record.state()).ifPresent(why -> {
            throw notOurs("The block is not only this response's. " + why);
        });
    }

    private static RequestRefusedException notOurs(String why) {
        return new RequestRefusedException(
                Reason.NOT_POSSIBLE_NOW,
                why + (why.endsWith(".") ? " Nothing" : "; nothing") + " was given back.",
                "Unblock it by hand, once it is known who blocked it and why.");
    }

    private static Optional<EffectProgress> block(CaseRecord record) {
        return OwnBlock.block(record.state());
    }

    static Item item(CaseRecord record) {
        Account account = record.incident().account();
        ItemKey key = new ItemKey(GiveBack.ACCOUNT, account.objectId());
        return record.state()
                .item(key)
                .orElseGet(() -> Item.found(
                        key,
                        account.userPrincipalName(),
                        Verdict.BENIGN,
                        List.of("Its sign-in was blocked by this response."),
                        copy(record)));
    }

    /** The account as it was sealed last before it was blocked. */
    private static Optional<ExhibitId> copy(CaseRecord record) {
        return block(record)
                .flatMap(effect -> record.exhibits().stream()
                        .filter(exhibit -> exhibit.kind().equals("account")
                                && !exhibit.acquiredAt().isAfter(effect.intendedAt()))
                        .map(Exhibit::id)
                        .max(ExhibitId::compareTo));
    }
}
