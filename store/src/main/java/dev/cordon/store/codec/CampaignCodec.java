package dev.cordon.store.codec;

import dev.cordon.incident.BlockStanding;
import dev.cordon.incident.ClickResult;
import dev.cordon.incident.DeliveryResult;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts about a mail that went round. */
final class CampaignCodec {
    private CampaignCodec() {}

    static Encoded encode(OfCampaign fact) {
        return switch (fact) {
            case OfCampaign.Answered entry ->
                new Facts()
                        .text("user", entry.user())
                        .text("question", entry.question())
                        .text("answer", entry.answer())
                        .text("source", entry.source())
                        .as("answered");
            case OfCampaign.LureDescribed entry ->
                new Facts()
                        .objects(
                                "marks",
                                entry.marks().entrySet().stream()
                                        .map(mark -> new Facts()
                                                .text("name", mark.getKey())
                                                .texts("values", mark.getValue()))
                                        .toList())
                        .as("lure-described");
            case OfCampaign.MailFound entry ->
                new Facts()
                        .text("recipient", entry.recipient())
                        .text("message", entry.message())
                        .word("delivery", entry.delivery())
                        .text("at", entry.at())
                        .text("source", entry.source())
                        .as("mail-found");
            case OfCampaign.ClickJudged entry ->
                new Facts()
                        .text("user", entry.user())
                        .word("result", entry.result())
                        .text("variant", entry.variant())
                        .text("clickedAt", entry.clickedAt())
                        .texts("reasons", entry.reasons())
                        .as("click-judged");
            case OfCampaign.Listed entry ->
                new Facts()
                        .text("list", entry.list())
                        .text("value", entry.value())
                        .word("standing", entry.standing())
                        .text("until", entry.until())
                        .text("because", entry.because())
                        .as("listed");
            case OfCampaign.NotSeen entry ->
                new Facts()
                        .text("source", entry.source())
                        .text("because", entry.because())
                        .as("not-seen");
        };
    }

    static Optional<CaseEntry> decode(String kind, FactReader facts) {
        CaseEntry entry = switch (kind) {
            case "answered" ->
                new OfCampaign.Answered(
                        facts.text("user"), facts.text("question"), facts.text("answer"), facts.text("source"));
            case "lure-described" -> new OfCampaign.LureDescribed(marks(facts));
            case "mail-found" ->
                new OfCampaign.MailFound(
                        facts.text("recipient"),
                        facts.text("message"),
                        facts.word("delivery", DeliveryResult.class),
                        facts.optionalValue("at", Instant::parse),
                        facts.text("source"));
            case "click-judged" ->
                new OfCampaign.ClickJudged(
                        facts.text("user"),
                        facts.word("result", ClickResult.class),
                        facts.text("variant"),
                        facts.optionalValue("clickedAt", Instant::parse),
                        facts.texts("reasons"));
            case "listed" ->
                new OfCampaign.Listed(
                        facts.text("list"),
                        facts.text("value"),
                        facts.word("standing", BlockStanding.class),
                        facts.optionalValue("until", Instant::parse),
                        facts.text("because"));
            case "not-seen" -> new OfCampaign.NotSeen(facts.text("source"), facts.text("because"));
            default -> null;
        };
        return Optional.ofNullable(entry);
    }

    private static Map<String, List<String>> marks(FactReader facts) {
        Map<String, List<String>> marks = new LinkedHashMap<>();
        facts.objects("marks").forEach(mark -> marks.put(mark.text("name"), mark.texts("values")));
        return marks;
    }
}
