package dev.cordon.playbooks.account;

import dev.cordon.procedure.Proof;
import java.util.List;

/**
 * How the review of one area came out.
 *
 * @param wasRead whether the area could be read at all
 * @param done what was removed and seen to be gone, each in words
 * @param open what is not as it should be, each in words with what to do
 * @param proofs what was read back
 * @param note the area in one sentence
 */
record AreaResult(boolean wasRead, List<String> done, List<String> open, List<Proof> proofs, String note) {
    AreaResult {
        done = List.copyOf(done);
        open = List.copyOf(open);
        proofs = List.copyOf(proofs);
    }
}
