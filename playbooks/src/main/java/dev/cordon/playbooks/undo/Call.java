package dev.cordon.playbooks.undo;

import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What came of the call that gives a thing back.
 *
 * @param left what lay there under the thing's id right before it; empty where nothing did
 * @param answers what was answered when it was accepted; empty when it was not
 * @param failure why it was not
 */
record Call(Optional<Former> left, List<Answer> answers, Optional<CallFailure> failure) {
    static Call accepted(Optional<Former> left, Receipt receipt) {
        return new Call(left, receipt.answers(), Optional.empty());
    }

    static Call failed(Optional<Former> left, CallFailure why) {
        return new Call(left, List.of(), Optional.of(why));
    }

    /**
     * Whether the call made what is there now, although that differs from the copy: the answer names it, or it has the thing's own id and
     * the fields that differ are as they were before the call. Anything else may be somebody else's.
     */
    boolean made(Former before, Former now) {
        if (failure.isPresent()) {
            return false;
        }
        if (!now.id().equals(before.id())) {
            return answers.stream().anyMatch(answer -> names(answer, now.id()));
        }
        return left.isEmpty()
                || before.settableDifferences(now).stream()
                        .allMatch(field -> now.field(field).equals(left.get().field(field)));
    }

    private static boolean names(Answer answer, String id) {
        return new String(answer.body().toArray(), StandardCharsets.UTF_8).contains(id);
    }
}
