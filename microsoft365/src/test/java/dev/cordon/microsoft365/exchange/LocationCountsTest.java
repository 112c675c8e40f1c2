package dev.cordon.microsoft365.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.ContentSearches.Location;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LocationCountsTest {
    @Test
    void mailboxes_are_read_in_every_way_they_are_written() {
        List<Location> both =
                List.of(new Location("a@contoso.example", 1, 1234), new Location("b@contoso.example", 2, 44444));
        for (String text : List.of(
                "{Location: a@contoso.example, Item count: 1, Total size: 1234,\r\nLocation: b@contoso.example, Item count: 2, Total size: 44,444}",
                "Purge Type: SoftDelete; Location: a@contoso.example; Item count: 1; Total size: 1234; Location: b@contoso.example; Item count: 2; Total size: 44444",
                "{Location: a@contoso.example, Item count: 1, Total size: 1234}{Location: b@contoso.example, Item count: 2, Total size: 44444}")) {
            assertThat(LocationCounts.of(text).locations()).as(text).isEqualTo(both);
            assertThat(LocationCounts.of(text).items()).isEmpty();
            assertThat(LocationCounts.of(text).sum()).isEqualTo(3);
        }
    }

    @Test
    void a_total_before_the_mailboxes_is_a_total_and_what_failed_is_counted() {
        LocationCounts counts = LocationCounts.of(
                "Purge Type: HardDelete; Item count: 7; Total size 12345; Details: {Location: a@contoso.example; Item count: 4; Total size: 9; Failed count: 2}");

        assertThat(counts.items()).isEqualTo(OptionalLong.of(7));
        assertThat(counts.locations()).containsExactly(new Location("a@contoso.example", 4, 9));
        assertThat(counts.failed()).isEqualTo(2);
    }

    @Test
    void nothing_and_nonsense_are_no_mailboxes() {
        for (String text : List.of("", "{}", "Location: , Item count: 1", "Item count: many", "Location: x")) {
            assertThat(LocationCounts.of(text).locations()).as(text).isEmpty();
        }
        assertThat(LocationCounts.of("{Location: a@contoso.example, Item count: 0, Total size: 0}")
                        .locations())
                .isEmpty();
    }
}
