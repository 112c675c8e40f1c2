package dev.cordon.report;

import dev.cordon.incident.Account;
import dev.cordon.incident.Incident;
import dev.cordon.incident.Word;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Fact;
import dev.cordon.report.document.Document;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.HtmlRendering;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.MarkdownRendering;
import dev.cordon.report.document.PdfRendering;
import java.util.ArrayList;
import java.util.List;

/**
 * The full report of an incident: six sections, with what is confirmed, what is likely and what is unknown kept apart, and every field
 * that nobody filled in listed as work. Pure: the same source gives the same text.
 */
public final class IncidentReport {
    private IncidentReport() {}

    /** The report as one self-contained HTML page. */
    public static String html(ReportSource source) {
        return HtmlRendering.render(document(source));
    }

    /** The report as Markdown. */
    public static String markdown(ReportSource source) {
        return MarkdownRendering.render(document(source));
    }

    /**
     * The report as a PDF/A-3u that is also PDF/UA-1.
     *
     * @throws dev.cordon.report.document.PdfNotMadeException when this machine cannot make one
     */
    public static byte[] pdf(ReportSource source) {
        return PdfRendering.render(document(source));
    }

    /** The report as a document, for other renderings. */
    public static Document document(ReportSource source) {
        Incident incident = source.incident();
        Section privacy = PrivacySection.of(source);
        Section improvement = ImprovementSection.of(source);
        Section impact = ImpactSection.of(source);
        Section containment = ContainmentSection.of(source);
        List<Block.Field> open = openFields(List.of(impact, containment, privacy, improvement));
        List<Section> sections = new ArrayList<>(List.of(
                SummarySection.of(source, open),
                TimelineSection.of(source),
                impact,
                containment,
                privacy,
                improvement));
        CampaignSection.of(source).ifPresent(section -> sections.add(1, section));
        MailIndex.of(source).ifPresent(sections::add);
        sections.add(EvidenceAnnex.of(source));
        return new Document(
                Words.type(incident.type()) + ": "
                        + (incident.account().displayName().isEmpty()
                                ? "account not known"
                                : incident.account().displayName()),
                "Incident report " + incident.id() + ", written "
                        + Words.time(source.frame().writtenAt()),
                source.frame().label(),
                incident.drill() ? "Drill: this was an exercise" : "",
                front(source),
                sections,
                "Written by Cordon " + source.frame().version() + " from the incident's journal. Anchors: "
                        + source.journalHead().text() + " "
                        + source.custodyHead().text());
    }

    private static List<Inline> account(Account account) {
        if (!account.isLookedUp()) {
            return account.userPrincipalName().isEmpty()
                    ? Inline.text("not known")
                    : List.of(
                            new Inline.Value(account.userPrincipalName()),
                            new Inline.Text("as it was typed; no directory was asked"));
        }
        return List.of(
                new Inline.Value(account.userPrincipalName()),
                new Inline.Text("object"),
                new Inline.Value(account.objectId()));
    }

    private static List<Block> front(ReportSource source) {
        Incident incident = source.incident();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Incident", Inline.value(incident.id().value())));
        facts.add(new Fact("State", Words.state(source.state().state())));
        facts.add(new Fact("Severity", Inline.text(Word.of(incident.severity()))));
        facts.add(new Fact("Account", account(incident.account())));
        facts.add(new Fact(
                "Tenant",
                incident.tenant().isEmpty() ? Inline.text("none connected") : Inline.value(incident.tenant())));
        facts.add(new Fact(
                "Detected",
                source.isResponse()
                        ? List.of(
                                new Inline.Time(incident.detectedAt()),
                                new Inline.Text("UTC" + Words.detection(incident.detectedBy())))
                        : List.of(
                                new Inline.Text("not recorded; the first evidence was brought at"),
                                new Inline.Time(incident.openedAt()),
                                new Inline.Text("UTC, by the clock of this machine"))));
        source.state()
                .run()
                .ifPresent(run -> facts.add(new Fact(
                        "Procedure",
                        Inline.text(run.procedure() + " " + run.version() + ", "
                                + Words.count(run.count(), "run", "runs")))));
        List<Inline> linked = linked(source);
        if (!linked.isEmpty()) {
            facts.add(new Fact("Linked incidents", linked));
        }
        facts.add(new Fact(
                "Author",
                Inline.text(source.frame().author().orElse("Not signed yet: the person who answers for it"))));
        facts.add(new Fact("Version of Cordon", Inline.text(source.frame().version())));
        return List.of(new Block.Facts(facts));
    }

    private static List<Inline> linked(ReportSource source) {
        List<Inline> linked = new ArrayList<>();
        source.state().chronicle().linkedBecause().forEach((because, others) -> {
            others.forEach(other -> linked.add(new Inline.Value(other.value())));
            linked.add(new Inline.Text(because));
        });
        return linked;
    }

    private static List<Block.Field> openFields(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Field.class::isInstance)
                .map(Block.Field.class::cast)
                .filter(field -> field.value().isEmpty())
                .toList();
    }
}
