package dev.cordon.store.codec;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EngineEntry;
import java.util.List;
import java.util.Optional;

/** The engine's entries. */
final class EngineEntryCodec {
    private EngineEntryCodec() {}

    static Encoded encode(EngineEntry engineEntry) {
        return switch (engineEntry) {
            case EngineEntry.RunStarted entry ->
                new Facts()
                        .text("process", entry.process())
                        .text("procedure", entry.procedure())
                        .text("version", entry.version())
                        .text("resumedFrom", entry.resumedFrom())
                        .as("run-started");
            case EngineEntry.RunEnded entry ->
                new Facts().truth("interrupted", entry.interrupted()).as("run-ended");
            case EngineEntry.StepStarted entry ->
                new Facts().text("step", entry.step()).as("step-started");
            case EngineEntry.EffectIntended entry ->
                new Facts()
                        .text("step", entry.step())
                        .text("key", entry.key())
                        .text("what", entry.what())
                        .text("target", entry.target())
                        .objects("destroys", items(entry.destroys()))
                        .texts("exhibits", entry.exhibits())
                        .as("effect-intended");
            case EngineEntry.EffectConcluded entry ->
                new Facts()
                        .text("step", entry.step())
                        .text("key", entry.key())
                        .word("result", entry.result())
                        .text("detail", entry.detail())
                        .text("requestId", entry.requestId())
                        .text("exhibit", entry.exhibit())
                        .as("effect-concluded");
            case EngineEntry.StepEnded entry ->
                new Facts()
                        .text("step", entry.step())
                        .object("outcome", OutcomeCodec.encode(entry.outcome()))
                        .number("durationMs", entry.durationMs())
                        .as("step-ended");
        };
    }

    static Optional<EngineEntry> decode(String kind, FactReader facts) {
        return switch (kind) {
            case "run-started" ->
                Optional.of(new EngineEntry.RunStarted(
                        facts.text("process"),
                        facts.text("procedure"),
                        facts.text("version"),
                        facts.optionalValue("resumedFrom", Long::valueOf)));
            case "run-ended" -> Optional.of(new EngineEntry.RunEnded(facts.truth("interrupted")));
            case "step-started" -> Optional.of(new EngineEntry.StepStarted(step(facts)));
            case "effect-intended" ->
                Optional.of(new EngineEntry.EffectIntended(
                        step(facts),
                        facts.text("key"),
                        facts.text("what"),
                        facts.text("target"),
                        facts.objects("destroys").stream()
                                .map(EngineEntryCodec::item)
                                .toList(),
                        facts.values("exhibits", ExhibitId::new)));
            case "effect-concluded" ->
                Optional.of(new EngineEntry.EffectConcluded(
                        step(facts),
                        facts.text("key"),
                        facts.word("result", EffectOutcome.class),
                        facts.text("detail"),
                        facts.optionalText("requestId"),
                        facts.optionalValue("exhibit", ExhibitId::new)));
            case "step-ended" ->
                Optional.of(new EngineEntry.StepEnded(
                        step(facts), OutcomeCodec.decode(facts.object("outcome")), facts.number("durationMs")));
            default -> Optional.empty();
        };
    }

    static StepId step(FactReader facts) {
        return facts.value("step", StepId::new);
    }

    static Facts item(ItemKey item) {
        return new Facts().text("kind", item.kind()).text("id", item.id());
    }

    static ItemKey item(FactReader facts) {
        return new ItemKey(facts.text("kind"), facts.text("id"));
    }

    private static List<Facts> items(List<ItemKey> items) {
        return items.stream().map(EngineEntryCodec::item).toList();
    }
}
