package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.tenant.ContentSearches.ContentSearch;
import dev.cordon.tenant.ContentSearches.Location;
import dev.cordon.tenant.ContentSearches.MailQuery;
import dev.cordon.tenant.ContentSearches.Purge;
import dev.cordon.tenant.ContentSearches.PurgeKind;
import dev.cordon.tenant.ContentSearches.Scope;
import dev.cordon.tenant.ContentSearches.Status;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What everybody promises who searches and purges. */
public abstract class ContentSearchesContract {
    private static final String NAME = "Cordon INC-20260302-K7QF";
    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String SENDER = "mallory@evil.example";
    private static final String SUBJECT = "Your invoice (overdue)";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final MailQuery QUERY =
            new MailQuery(Optional.of(SENDER), Optional.of(SUBJECT), Optional.of(DAY), Optional.of(DAY));

    private final InMemoryContentSearches world = new InMemoryContentSearches();

    protected abstract ContentSearches on(InMemoryContentSearches world);

    private void mails(String mailbox, int count) {
        for (int i = 0; i < count; i++) {
            world.put(mailbox, SENDER, SUBJECT, DAY);
        }
    }

    private static ContentSearch ended(ContentSearches searches) {
        searches.start(NAME);
        for (int asked = 0; asked < 5; asked++) {
            ContentSearch search = searches.find(NAME).value().orElseThrow();
            if (search.status().hasEnded()) {
                return search;
            }
        }
        throw new AssertionError("The search does not end");
    }

    private static Purge purged(ContentSearches searches, PurgeKind kind) {
        searches.purge(NAME, kind);
        for (int asked = 0; asked < 5; asked++) {
            Purge purge = searches.findPurge(NAME).value().orElseThrow();
            if (purge.status().hasEnded()) {
                return purge;
            }
        }
        throw new AssertionError("The purge does not end");
    }

    @Test
    void a_search_counts_what_it_was_asked_for_in_each_mailbox() {
        mails(ANNA, 2);
        mails(BO, 1);
        world.put(BO, "other@contoso.example", SUBJECT, DAY);
        world.put(BO, SENDER, "Lunch", DAY);
        world.put(BO, SENDER, SUBJECT, DAY.plusDays(1));
        ContentSearches searches = on(world);

        searches.create(NAME, QUERY, new Scope.All());
        assertThat(searches.find(NAME).value().orElseThrow().status()).isEqualTo(Status.NOT_STARTED);
        ContentSearch search = ended(searches);

        assertThat(search.status()).isEqualTo(Status.COMPLETED);
        assertThat(search.items()).isEqualTo(3);
        assertThat(search.found())
                .extracting(Location::mailbox, Location::items)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ANNA, 2L), org.assertj.core.groups.Tuple.tuple(BO, 1L));
        assertThat(searches.find(NAME).isComplete()).isTrue();
    }

    @Test
    void a_search_looks_into_the_mailboxes_it_was_given_and_no_other() {
        mails(ANNA, 1);
        mails(BO, 1);
        ContentSearches searches = on(world);

        searches.create(NAME, QUERY, new Scope.Mailboxes(Set.of(BO)));

        assertThat(ended(searches).found()).extracting(Location::mailbox).containsExactly(BO);
    }

    @Test
    void a_purge_takes_ten_items_of_a_mailbox_and_is_repeated_after_it_was_forgotten() {
        mails(ANNA, 12);
        ContentSearches searches = on(world);
        searches.create(NAME, QUERY, new Scope.All());
        assertThat(ended(searches).itemsOfOnePurge()).isEqualTo(10);

        Purge first = purged(searches, PurgeKind.HARD);
        assertThat(first.items()).isEqualTo(10);
        assertThat(first.kind()).contains(PurgeKind.HARD);
        assertThat(first.removed())
                .extracting(Location::mailbox, Location::items)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ANNA, 10L));
        assertThatThrownBy(() -> searches.purge(NAME, PurgeKind.HARD))
                .isInstanceOfSatisfying(
                        TenantException.class,
                        e -> assertThat(e.failure().reason()).isEqualTo(Failure.Reason.REFUSED));

        assertThat(searches.removePurge(NAME).alreadyInPlace()).isFalse();
        assertThat(purged(searches, PurgeKind.HARD).items()).isEqualTo(2);
        assertThat(world.mails()).isEmpty();
    }

    @Test
    void what_was_deleted_softly_is_found_again() {
        mails(ANNA, 1);
        ContentSearches searches = on(world);
        searches.create(NAME, QUERY, new Scope.All());
        ended(searches);

        assertThat(purged(searches, PurgeKind.SOFT).items()).isEqualTo(1);
        assertThat(ended(searches).items()).as("in Recoverable Items").isEqualTo(1);
    }

    @Test
    void a_search_that_has_not_ended_is_not_purged_and_a_taken_name_is_refused() {
        ContentSearches searches = on(world);
        searches.create(NAME, QUERY, new Scope.All());

        assertThatThrownBy(() -> searches.purge(NAME, PurgeKind.SOFT)).isInstanceOf(TenantException.class);
        assertThatThrownBy(() -> searches.create(NAME, QUERY, new Scope.All()))
                .isInstanceOfSatisfying(
                        TenantException.class,
                        e -> assertThat(e.failure().reason()).isEqualTo(Failure.Reason.REFUSED));
    }

    @Test
    void what_is_not_there_is_empty_and_forgotten_without_complaint_but_cannot_be_started() {
        ContentSearches searches = on(world);

        assertThat(searches.find(NAME).value()).isEmpty();
        assertThat(searches.findPurge(NAME).value()).isEmpty();
        assertThat(searches.removePurge(NAME).alreadyInPlace()).isTrue();
        assertThat(searches.remove(NAME).alreadyInPlace()).isTrue();
        assertThatThrownBy(() -> searches.start(NAME))
                .isInstanceOfSatisfying(
                        TenantException.class,
                        e -> assertThat(e.failure().reason()).isEqualTo(Failure.Reason.NOT_FOUND));
        searches.create(NAME, QUERY, new Scope.All());
        assertThat(searches.remove(NAME).alreadyInPlace()).isFalse();
        assertThat(searches.find(NAME).value()).isEmpty();
    }
}
