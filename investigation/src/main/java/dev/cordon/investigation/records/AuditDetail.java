package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a row says of who acted and of what was there before. Texts are untrusted and cut where they are long.
 *
 * @param before the old values of what was changed; names in lower case
 * @param actorIds the ids of whoever acted, which nobody chooses for himself: never a name, of which the row may have more
 * @param error why a sign-in did not work, as the row has it: a number, a word or both; empty text where it says nothing
 * @param logonType as whom somebody was in a mailbox, as the row spells it: 0 its owner, 1 an administrator, 2 a delegate
 */
public record AuditDetail(Map<String, String> before, List<String> actorIds, String error, String logonType) {
    /** Of a row that says nothing of it. */
    public static final AuditDetail NONE = new AuditDetail(Map.of(), List.of(), "", "");

    public AuditDetail {
        before = Map.copyOf(before);
        actorIds = List.copyOf(actorIds);
        requireNonNull(error, "error is null");
        requireNonNull(logonType, "logonType is null");
    }
}
