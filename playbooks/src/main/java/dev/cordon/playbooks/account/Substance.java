package dev.cordon.playbooks.account;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells whether a thing is still what it was when it was last met: some can be changed while their id stays the same. */
final class Substance {
    private final StepContext context;

    Substance(StepContext context) {
        this.context = context;
    }

    /** Puts down what the thing is like now, where that is not known. */
    void meet(ItemKey key, List<String> substance) {
        if (!substance.isEmpty() && !Optional.of(digest(substance)).equals(known(key))) {
            context.record(new CaseEntry.ItemSeen(key, digest(substance)));
        }
    }

    /** Whether the thing was met before and was something else then. */
    boolean isChanged(ItemKey key, List<String> substance) {
        return !substance.isEmpty()
                && known(key)
                        .filter(before -> !before.equals(digest(substance)))
                        .isPresent();
    }

    private Optional<String> known(ItemKey key) {
        return Optional.ofNullable(context.state().seen().get(key));
    }

    /** Each text with its length, so that no two lists are written alike. */
    private static String digest(List<String> substance) {
        String written =
                substance.stream().map(text -> text.length() + ":" + text).collect(Collectors.joining(","));
        return Digest.sha256(written.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
