package dev.cordon.store.codec;

import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.ReviewEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The facts about reviews. */
final class ReviewEntryCodec {
    private ReviewEntryCodec() {}

    static Encoded encode(ReviewEntry reviewEntry) {
        return switch (reviewEntry) {
            case ReviewEntry.ReviewMade entry ->
                new Facts()
                        .text("tenant", entry.tenant())
                        .text("from", entry.from())
                        .text("until", entry.until())
                        .objects(
                                "sources",
                                entry.sources().stream()
                                        .map(ReviewEntryCodec::source)
                                        .toList())
                        .objects(
                                "told",
                                entry.told().stream()
                                        .map(ReviewEntryCodec::told)
                                        .toList())
                        .object("figures", texts(entry.figures()))
                        .object("controls", texts(entry.controls()))
                        .as("review-made");
            case ReviewEntry.FindingDismissed entry ->
                new Facts()
                        .text("tenant", entry.tenant())
                        .object("finding", told(entry.finding()))
                        .text("because", entry.because())
                        .as("finding-dismissed");
            case ReviewEntry.FindingOpened entry ->
                new Facts()
                        .text("tenant", entry.tenant())
                        .object("finding", told(entry.finding()))
                        .text("incident", entry.incident())
                        .as("finding-opened");
        };
    }

    static Optional<ReviewEntry> decode(String kind, FactReader facts) {
        return switch (kind) {
            case "review-made" ->
                Optional.of(new ReviewEntry.ReviewMade(
                        facts.text("tenant"),
                        facts.instant("from"),
                        facts.instant("until"),
                        facts.objects("sources").stream()
                                .map(ReviewEntryCodec::source)
                                .toList(),
                        facts.objects("told").stream()
                                .map(ReviewEntryCodec::told)
                                .toList(),
                        facts.object("figures").textMap(),
                        facts.object("controls").textMap()));
            case "finding-dismissed" ->
                Optional.of(new ReviewEntry.FindingDismissed(
                        facts.text("tenant"), told(facts.object("finding")), facts.text("because")));
            case "finding-opened" ->
                Optional.of(new ReviewEntry.FindingOpened(
                        facts.text("tenant"), told(facts.object("finding")), facts.value("incident", IncidentId::new)));
            default -> Optional.empty();
        };
    }

    /** In one order, so that the same facts are the same text. */
    private static Facts texts(Map<String, String> values) {
        Facts facts = new Facts();
        new TreeMap<>(values).forEach(facts::text);
        return facts;
    }

    private static Facts source(ReviewEntry.Source source) {
        return new Facts()
                .text("name", source.name())
                .text("from", source.from())
                .text("through", source.through())
                .number("rows", source.rows())
                .text("notRead", source.notRead());
    }

    private static ReviewEntry.Source source(FactReader facts) {
        return new ReviewEntry.Source(
                facts.text("name"),
                facts.instant("from"),
                facts.optionalValue("through", Instant::parse),
                facts.number("rows"),
                facts.optionalText("notRead"));
    }

    private static Facts told(ReviewEntry.Told told) {
        return new Facts()
                .text("id", told.id())
                .text("kind", told.kind())
                .text("subject", told.subject())
                .text("state", told.state())
                .texts("recordIds", told.recordIds())
                .number("unlisted", told.unlisted())
                .text("actor", told.actor())
                .text("account", told.account())
                .text("at", told.at())
                .word("verdict", told.verdict())
                .text("confidence", told.confidence())
                .objects(
                        "reasons",
                        told.reasons().stream().map(ReviewEntryCodec::why).toList());
    }

    private static ReviewEntry.Told told(FactReader facts) {
        return new ReviewEntry.Told(
                facts.text("id"),
                facts.text("kind"),
                facts.text("subject"),
                facts.text("state"),
                facts.texts("recordIds"),
                facts.number("unlisted"),
                facts.text("actor"),
                facts.text("account"),
                facts.instant("at"),
                facts.word("verdict", Verdict.class),
                facts.text("confidence"),
                facts.objects("reasons").stream().map(ReviewEntryCodec::why).toList());
    }

    private static Facts why(ReviewEntry.Why why) {
        return new Facts().text("signal", why.signal()).text("text", why.text()).text("technique", why.technique());
    }

    private static ReviewEntry.Why why(FactReader facts) {
        return new ReviewEntry.Why(facts.text("signal"), facts.text("text"), facts.optionalText("technique"));
    }
}
