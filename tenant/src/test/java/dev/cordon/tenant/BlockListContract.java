package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.BlockList.Action;
import dev.cordon.tenant.BlockList.Blockable;
import dev.cordon.tenant.BlockList.Blockable.PagesOf;
import dev.cordon.tenant.BlockList.Blockable.Sender;
import dev.cordon.tenant.BlockList.Blocking;
import dev.cordon.tenant.BlockList.Entry;
import dev.cordon.tenant.BlockList.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody promises who keeps the block list. */
public abstract class BlockListContract {
    private static final Sender SENDER = new Sender("Mallory@evil.example");
    private static final Instant END = Made.NOW.plus(Duration.ofDays(30));

    private final InMemoryBlockList world = new InMemoryBlockList();

    protected abstract BlockList on(InMemoryBlockList world);

    @Test
    void what_is_blocked_stands_in_its_list_until_it_is_taken_out() {
        BlockList list = on(world);

        assertThat(list.block(SENDER, Optional.of(END), "INC-1: phishing"))
                .isInstanceOfSatisfying(Blocking.Made.class, made -> {
                    assertThat(made.entry().value()).isEqualTo("mallory@evil.example");
                    assertThat(made.entry().expiresAt()).contains(END);
                    assertThat(made.entry().note()).isEqualTo("INC-1: phishing");
                });
        assertThat(list.fetchEntries(Kind.SENDER).value()).hasSize(1);
        assertThat(list.fetchEntries(Kind.URL).value()).isEmpty();

        assertThat(list.unblock(SENDER).alreadyInPlace()).isFalse();
        assertThat(list.fetchEntries(Kind.SENDER).value()).isEmpty();
        assertThat(list.unblock(SENDER).alreadyInPlace()).isTrue();
    }

    @Test
    void a_block_without_an_end_has_none() {
        assertThat(on(world).block(new PagesOf("Evil.example"), Optional.empty(), ""))
                .isInstanceOfSatisfying(Blocking.Made.class, made -> {
                    assertThat(made.entry().value()).isEqualTo("~evil.example~");
                    assertThat(made.entry().expiresAt()).isEmpty();
                });
    }

    @Test
    void a_block_that_stands_there_is_in_place_already_with_the_end_it_has() {
        BlockList list = on(world);
        list.block(SENDER, Optional.of(END), "first");

        assertThat(list.block(SENDER, Optional.empty(), "second"))
                .isInstanceOfSatisfying(Blocking.AlreadyInPlace.class, already -> {
                    assertThat(already.standing().expiresAt()).contains(END);
                    assertThat(already.standing().note()).isEqualTo("first");
                    assertThat(already.receipt().alreadyInPlace()).isTrue();
                });
        assertThat(list.fetchEntries(Kind.SENDER).value()).hasSize(1);
    }

    @Test
    void an_allow_that_stands_there_is_never_taken_for_a_block_nor_taken_out_as_one() {
        world.put(new Entry(
                Kind.SENDER,
                "allow-1",
                "mallory@evil.example",
                Action.ALLOW,
                Optional.empty(),
                "supplier",
                Optional.empty(),
                ""));
        BlockList list = on(world);

        assertThat(list.block(SENDER, Optional.empty(), "")).isInstanceOf(Blocking.Allowed.class);
        assertThat(list.unblock(SENDER).alreadyInPlace()).isTrue();
        assertThat(list.fetchEntries(Kind.SENDER).value()).extracting(Entry::id).containsExactly("allow-1");
    }

    @Test
    void an_entry_that_is_gone_is_a_receipt_that_says_so() {
        BlockList list = on(world);
        list.block(SENDER, Optional.empty(), "");
        Entry entry = list.fetchEntries(Kind.SENDER).value().getFirst();

        assertThat(list.unblock(entry).alreadyInPlace()).isFalse();
        assertThat(list.unblock(entry).alreadyInPlace()).isTrue();
        Blockable other = new Sender("other@evil.example");
        assertThat(list.unblock(other).alreadyInPlace()).isTrue();
    }
}
