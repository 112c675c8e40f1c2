package dev.cordon.store.codec;

import dev.cordon.evidence.Audience;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Stamped;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import java.util.Map;
import java.util.TreeMap;

/** How custody events are stored. Stateless; safe for many threads. */
public final class CustodyCodec {
    private CustodyCodec() {}

    public static Encoded encode(CustodyEvent custodyEvent) {
        return switch (custodyEvent) {
            case CustodyEvent.Acquired event ->
                new Facts()
                        .text("kind", event.kind())
                        .text("subject", event.subject())
                        .text("source", event.source())
                        .text("requestId", event.requestId())
                        .text("acquiredAt", event.acquiredAt())
                        .text("mediaType", event.mediaType())
                        .number("size", event.size())
                        .text("sha256", event.sha256())
                        .text("sha512", event.sha512())
                        .as("acquired");
            case CustodyEvent.Accessed event ->
                new Facts()
                        .text("exhibit", event.exhibit())
                        .text("by", event.by())
                        .text("why", event.why())
                        .as("accessed");
            case CustodyEvent.Verified event ->
                new Facts()
                        .text("by", event.by())
                        .truth("ok", event.ok())
                        .number("exhibits", event.exhibits())
                        .number("faults", event.faults())
                        .as("verified");
            case CustodyEvent.ReportWritten event ->
                new Facts()
                        .text("report", event.report())
                        .object("files", files(event.files()))
                        .text("journal", event.journal().text())
                        .text("custody", event.custody().text())
                        .as("report-written");
            case CustodyEvent.Exported event ->
                new Facts()
                        .word("audience", event.audience())
                        .text("to", event.to())
                        .text("by", event.by())
                        .text("why", event.why())
                        .number("exhibits", event.exhibits())
                        .number("withheld", event.withheld())
                        .text("tagManifest", event.tagManifest())
                        .as("exported");
            case CustodyEvent.Held event ->
                new Facts()
                        .text("by", event.by())
                        .text("recordedBy", event.recordedBy())
                        .text("why", event.why())
                        .as("held");
            case CustodyEvent.Released event ->
                new Facts()
                        .text("by", event.by())
                        .text("recordedBy", event.recordedBy())
                        .text("why", event.why())
                        .as("released");
            case CustodyEvent.Transferred event ->
                new Facts()
                        .text("to", event.to())
                        .text("by", event.by())
                        .text("why", event.why())
                        .text("export", event.export())
                        .text("tagManifest", event.tagManifest())
                        .as("transferred");
            case CustodyEvent.Deleted event ->
                new Facts()
                        .text("exhibit", event.exhibit())
                        .text("sha256", event.sha256())
                        .text("rule", event.rule())
                        .text("by", event.by())
                        .as("deleted");
            case CustodyEvent.Timestamped event ->
                stamped(event.of())
                        .text("exhibit", event.exhibit())
                        .text("server", event.server())
                        .text("time", event.time())
                        .text("serial", event.serial())
                        .text("imprint", event.of().imprint())
                        .text("by", event.by())
                        .as("timestamped");
            case CustodyEvent.Damaged event ->
                new Facts()
                        .text("exhibit", event.exhibit())
                        .text("expected", event.expected())
                        .text("found", event.found())
                        .text("by", event.by())
                        .as("damaged");
            case CustodyEvent.Anchored event ->
                new Facts().text("journal", event.journal().text()).as("anchored");
        };
    }

    /**
     * Reads an event back.
     *
     * @param entry names the entry for the message
     * @throws UnreadableEntryException when it is not one
     */
    public static CustodyEvent decode(String entry, Encoded encoded) {
        FactReader facts = FactReader.parse(entry, encoded.facts());
        return switch (encoded.kind()) {
            case "acquired" -> acquired(facts);
            case "accessed" ->
                new CustodyEvent.Accessed(facts.value("exhibit", ExhibitId::new), facts.text("by"), facts.text("why"));
            case "verified" ->
                new CustodyEvent.Verified(
                        facts.text("by"), facts.truth("ok"), facts.number("exhibits"), facts.number("faults"));
            case "report-written" ->
                new CustodyEvent.ReportWritten(
                        facts.text("report"), files(facts), head(facts, "journal"), head(facts, "custody"));
            case "exported" ->
                new CustodyEvent.Exported(
                        facts.word("audience", Audience.class),
                        facts.text("to"),
                        facts.text("by"),
                        facts.text("why"),
                        facts.number("exhibits"),
                        facts.number("withheld"),
                        facts.value("tagManifest", Digest::new));
            case "held" -> new CustodyEvent.Held(facts.text("by"), facts.text("recordedBy"), facts.text("why"));
            case "released" -> new CustodyEvent.Released(facts.text("by"), facts.text("recordedBy"), facts.text("why"));
            case "transferred" ->
                new CustodyEvent.Transferred(
                        facts.text("to"),
                        facts.text("by"),
                        facts.text("why"),
                        facts.optionalText("export"),
                        facts.optionalValue("tagManifest", Digest::new));
            case "deleted" ->
                new CustodyEvent.Deleted(
                        facts.value("exhibit", ExhibitId::new),
                        facts.value("sha256", Digest::new),
                        facts.text("rule"),
                        facts.text("by"));
            case "timestamped" -> timestamped(facts);
            case "damaged" ->
                new CustodyEvent.Damaged(
                        facts.value("exhibit", ExhibitId::new),
                        facts.text("expected"),
                        facts.text("found"),
                        facts.text("by"));
            case "anchored" -> new CustodyEvent.Anchored(head(facts, "journal"));
            default -> throw new UnreadableEntryException(entry, "its kind '" + encoded.kind() + "' is unknown");
        };
    }

    private static CustodyEvent.Acquired acquired(FactReader facts) {
        return new CustodyEvent.Acquired(
                facts.text("kind"),
                facts.text("subject"),
                facts.text("source"),
                facts.optionalText("requestId"),
                facts.instant("acquiredAt"),
                facts.text("mediaType"),
                facts.number("size"),
                facts.value("sha256", Digest::new),
                facts.value("sha512", Digest::new));
    }

    private static Facts stamped(Stamped of) {
        return switch (of) {
            case Stamped.Heads heads ->
                new Facts()
                        .text("journal", heads.journal().text())
                        .text("custody", heads.custody().text());
            case Stamped.Export export -> new Facts().text("tagManifest", export.tagManifest());
        };
    }

    private static CustodyEvent.Timestamped timestamped(FactReader facts) {
        Stamped of = facts.optionalValue("tagManifest", Digest::new)
                .<Stamped>map(Stamped.Export::new)
                .orElseGet(() -> new Stamped.Heads(head(facts, "journal"), head(facts, "custody")));
        if (!facts.value("imprint", Digest::new).equals(of.imprint())) {
            throw facts.wrong("imprint", "the digest of what was stamped");
        }
        return new CustodyEvent.Timestamped(
                facts.value("exhibit", ExhibitId::new),
                of,
                facts.text("server"),
                facts.instant("time"),
                facts.text("serial"),
                facts.text("by"));
    }

    private static Facts files(Map<String, Digest> files) {
        Facts facts = new Facts();
        new TreeMap<>(files).forEach((path, digest) -> facts.text(path, digest.hex()));
        return facts;
    }

    private static Map<String, Digest> files(FactReader facts) {
        return facts.optionalObject("files")
                .map(files -> files.valueMap(Digest::new))
                .orElse(Map.of());
    }

    static ChainHead head(FactReader facts, String name) {
        return ChainHead.parse(facts.text(name)).orElseThrow(() -> facts.wrong(name, "the head of a chain"));
    }
}
