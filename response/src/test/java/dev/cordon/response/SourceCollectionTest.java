package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Counts;
import dev.cordon.investigation.collection.Place;
import dev.cordon.tenant.AlertQuestion;
import dev.cordon.tenant.PagePosition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceCollectionTest {
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-02T08:00:00Z");
    private static final CollectionSource SOURCE =
            new CollectionSource(CollectedLog.ALERTS, "anna.berg@contoso.example");

    private static Place alerts(String... about) {
        return new Place.Alerts(PagePosition.start(new AlertQuestion(List.of(about), FROM)));
    }

    private static boolean asksForMore(Place known, Place wanted) {
        return SourceCollection.asksForMore(
                new CollectionPlan.Planned(SOURCE, FROM, wanted),
                new Collected(SOURCE, CollectionProgress.first(FROM, UNTIL, UNTIL, known), Counts.NONE));
    }

    @Test
    void alerts_are_asked_for_anew_where_the_account_has_names_that_they_were_not_looked_through_for() {
        assertThat(asksForMore(alerts("object", "anna"), alerts("object", "anna", "anna@alias.example")))
                .isTrue();
        assertThat(asksForMore(alerts("object", "anna", "anna@alias.example"), alerts("object", "anna")))
                .isFalse();
        assertThat(asksForMore(alerts(), alerts())).isFalse();
    }
}
