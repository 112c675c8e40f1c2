package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.tenant.MailCopies.Copy;
import dev.cordon.tenant.MailCopies.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody promises who finds and moves the copies of a message. */
public abstract class MailCopiesContract {
    protected static final String ANNA = "anna.berg@contoso.example";
    private static final String MESSAGE = "<it's 1@evil.example>";

    private final InMemoryMailCopies world = new InMemoryMailCopies().mailbox(ANNA);

    /** Whoever is tested, on this world. */
    protected abstract MailCopies on(InMemoryMailCopies world);

    private static Copy copy(String id, Place place, String folder) {
        return new Copy(id, place, folder, folder, Optional.of(Made.NOW), Optional.of(false));
    }

    @Test
    void every_copy_is_found_wherever_it_lies() {
        world.put(ANNA, MESSAGE, copy("c1", Place.VISIBLE, "inbox"))
                .put(ANNA, MESSAGE, copy("c2", Place.HIDDEN, "secret"))
                .put(ANNA, MESSAGE, copy("c3", Place.RECOVERABLE, "recoverableitemsdeletions"))
                .put(ANNA, MESSAGE, copy("c4", Place.PURGED, "recoverableitemspurges"))
                .put(ANNA, "<other@x>", copy("c5", Place.VISIBLE, "inbox"));

        Reading<java.util.List<Copy>> found = on(world).find(ANNA, MESSAGE);

        assertThat(found.isComplete()).isTrue();
        assertThat(found.value())
                .extracting(Copy::id, Copy::place)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("c1", Place.VISIBLE),
                        org.assertj.core.groups.Tuple.tuple("c2", Place.HIDDEN),
                        org.assertj.core.groups.Tuple.tuple("c3", Place.RECOVERABLE),
                        org.assertj.core.groups.Tuple.tuple("c4", Place.PURGED));
        assertThat(on(world).find(ANNA, "<nowhere@x>").value()).isEmpty();
    }

    @Test
    void a_copy_that_is_deleted_softly_keeps_its_id_and_can_be_moved_back() {
        world.put(ANNA, MESSAGE, copy("c1", Place.VISIBLE, "inbox"));
        MailCopies copies = on(world);
        Copy found = copies.find(ANNA, MESSAGE).value().getFirst();

        assertThat(copies.softDelete(ANNA, found).alreadyInPlace()).isFalse();
        assertThat(copies.find(ANNA, MESSAGE).value())
                .extracting(Copy::id, Copy::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("c1", Place.RECOVERABLE));

        assertThat(copies.moveBack(ANNA, found).alreadyInPlace()).isFalse();
        assertThat(copies.find(ANNA, MESSAGE).value()).containsExactly(found);
    }

    @Test
    void what_is_deleted_for_good_is_out_of_its_owners_reach() {
        world.put(ANNA, MESSAGE, copy("c1", Place.VISIBLE, "inbox"));
        MailCopies copies = on(world);
        Copy found = copies.find(ANNA, MESSAGE).value().getFirst();

        assertThat(copies.hardDelete(ANNA, found).alreadyInPlace()).isFalse();
        assertThat(copies.find(ANNA, MESSAGE).value())
                .allSatisfy(left -> assertThat(left.place()).isEqualTo(Place.PURGED));
    }

    @Test
    void what_is_gone_is_a_receipt_that_says_so_and_cannot_be_moved_back() {
        MailCopies copies = on(world);
        Copy gone = copy("c1", Place.VISIBLE, "inbox");

        assertThat(copies.hardDelete(ANNA, gone).alreadyInPlace()).isTrue();
        assertThat(copies.softDelete(ANNA, gone).alreadyInPlace()).isTrue();
        assertThatThrownBy(() -> copies.moveBack(ANNA, gone))
                .isInstanceOfSatisfying(
                        TenantException.class,
                        e -> assertThat(e.failure().reason()).isEqualTo(Failure.Reason.NOT_FOUND));
    }

    @Test
    void what_was_found_in_recoverable_items_is_moved_neither_there_nor_back() {
        Copy deleted = copy("c3", Place.RECOVERABLE, "recoverableitemsdeletions");
        world.put(ANNA, MESSAGE, deleted);

        assertThatThrownBy(() -> on(world).softDelete(ANNA, deleted)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> on(world).moveBack(ANNA, deleted)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mailbox_that_is_not_there_or_not_ours_to_see_is_refused_and_never_empty() {
        world.mailbox("bo.lund@contoso.example").refuses("bo.lund@contoso.example", Failure.Reason.MISSING_PERMISSION);

        assertThatThrownBy(() -> on(world).find("nobody@contoso.example", MESSAGE))
                .isInstanceOfSatisfying(
                        TenantException.class,
                        e -> assertThat(e.failure().reason()).isEqualTo(Failure.Reason.NOT_FOUND));
        assertThatThrownBy(() -> on(world).find("bo.lund@contoso.example", MESSAGE))
                .isInstanceOf(TenantException.class);
    }
}
