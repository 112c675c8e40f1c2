package dev.cordon.evidence.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HashChainTest {
    private static final List<String> FIRST =
            List.of("1", "INC-20260302-K7QF", "2026-03-02T08:00:00Z", "accessed", "{}");

    @Test
    void the_worked_example_of_the_documentation_holds() {
        assertThat(HashChain.genesis(Chain.CUSTODY).hex())
                .isEqualTo("d8349ca918694cbbdf0ee14a841afdb9fee536f387258fee835eb76bf227279d");
        assertThat(HashChain.link(Chain.CUSTODY, HashChain.genesis(Chain.CUSTODY), FIRST)
                        .hex())
                .isEqualTo("e267754d58898d97212434b48c40bcb8f2a4e29431880cc0d690f7b1ea7168cc");
    }

    @Test
    void moving_a_border_between_columns_changes_the_hash() {
        Digest genesis = HashChain.genesis(Chain.JOURNAL);

        assertThat(HashChain.link(Chain.JOURNAL, genesis, List.of("1", "ab", "c")))
                .isNotEqualTo(HashChain.link(Chain.JOURNAL, genesis, List.of("1", "a", "bc")))
                .isNotEqualTo(HashChain.link(Chain.JOURNAL, genesis, List.of("1", "abc")));
    }

    @Test
    void the_same_row_hashes_differently_in_the_other_chain() {
        Digest previous = HashChain.genesis(Chain.JOURNAL);

        assertThat(HashChain.link(Chain.JOURNAL, previous, FIRST))
                .isNotEqualTo(HashChain.link(Chain.CUSTODY, previous, FIRST));
    }

    @Test
    void a_head_is_read_back_from_its_text_and_found_inside_a_report() {
        ChainHead head = new ChainHead(Chain.JOURNAL, 42, Digest.sha256(new byte[] {1}));

        assertThat(ChainHead.parse(head.text())).contains(head);
        assertThat(ChainHead.parse(head.text() + "0")).isEmpty();
        assertThat(ChainHead.findAll(
                        "<code>" + head.text() + "</code> and custody:0:" + HashChain.genesis(Chain.CUSTODY)))
                .containsExactly(head, ChainHead.empty(Chain.CUSTODY));
    }
}
