package dev.cordon.report;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Delivery;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Word;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.journal.Campaign;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Fact;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mail that went round: whether the page was reached and why, whom it was sent to, what was removed and blocked, and what was not seen. */
final class CampaignSection {
    private CampaignSection() {}

    /** Of a phishing click only. */
    static Optional<Section> of(ReportSource source) {
        if (source.incident().type() != IncidentType.PHISHING_CLICK) {
            return Optional.empty();
        }
        Campaign campaign = source.state().campaign();
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(campaign));
        blocks.add(clicks(campaign));
        blocks.add(answers(campaign));
        blocks.add(scope(campaign));
        blocks.add(copies(source, campaign));
        blocks.add(blockList(source));
        blocks.add(notSeen(campaign));
        return Optional.of(new Section("campaign", "The mail, the clicks and what was removed", blocks));
    }

    private static Block facts(Campaign campaign) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Outcome", outcome(campaign)));
        campaign.marks().forEach((name, values) -> {
            List<Inline> shown = new ArrayList<>();
            values.forEach(value -> shown.add(new Inline.Value(value)));
            if (!shown.isEmpty()) {
                facts.add(new Fact(Words.capital(name.replace('-', ' ')), shown));
            }
        });
        facts.add(count("Recipients", campaign.recipients()));
        facts.add(count("Delivered", campaign.recipients(Delivery.DELIVERED)));
        facts.add(count("Filtered", campaign.recipients(Delivery.FILTERED)));
        facts.add(count("Removed by Microsoft", campaign.recipients(Delivery.REMOVED)));
        facts.add(count("Known to have clicked", campaign.clicked()));
        facts.add(count("Copies removed here", campaign.removed()));
        facts.add(new Fact(
                "Copies left",
                campaign.residual()
                        .map(left -> Inline.badge(Long.toString(left), left == 0 ? Tone.GOOD : Tone.BAD))
                        .orElse(Inline.badge("not known", Tone.BAD))));
        return new Block.Facts(facts);
    }

    private static Fact count(String label, long number) {
        return new Fact(label, Inline.text(Long.toString(number)));
    }

    private static List<Inline> outcome(Campaign campaign) {
        return campaign.outcome().map(CampaignSection::result).orElse(Inline.badge("not judged", Tone.ATTENTION));
    }

    private static List<Inline> result(ClickResult result) {
        return switch (result) {
            case BLOCKED -> Inline.badge("blocked", Tone.GOOD);
            case REACHED -> Inline.badge("reached", Tone.BAD);
            case UNKNOWN -> Inline.badge("unknown, treated as reached", Tone.BAD);
        };
    }

    private static Block clicks(Campaign campaign) {
        return new Block.Table(
                "Who was judged, and why",
                List.of("Who", "Page", "Lure", "Clicked first (UTC)", "Reasons, each with its source and age"),
                campaign.clicks().stream()
                        .map(click -> Row.of(
                                Inline.value(click.user()),
                                result(click.result()),
                                Inline.text(click.variant()),
                                Inline.time(click.clickedAt()),
                                Inline.text(String.join(" ", click.reasons()))))
                        .toList(),
                "Nobody was judged.");
    }

    private static Block answers(Campaign campaign) {
        return new Block.Table(
                "What people said",
                List.of("About", "Question", "Answer", "Said"),
                campaign.answers().stream()
                        .map(said -> Row.of(
                                Inline.value(said.user().isEmpty() ? "the mail" : said.user()),
                                Inline.text(said.question()),
                                Inline.value(said.answer()),
                                Inline.text(said.source())))
                        .toList(),
                "Nobody was asked: everything here is what the tenant's logs say.");
    }

    private static Block scope(Campaign campaign) {
        return new Block.Table(
                "Scope: who was sent it",
                List.of("Recipient", "Delivery", "Received (UTC)", "Message", "By"),
                campaign.mails().stream().map(CampaignSection::mail).toList(),
                "No recipient was found.");
    }

    private static Row mail(OfCampaign.MailFound mail) {
        Tone tone = switch (mail.delivery()) {
            case DELIVERED -> Tone.ATTENTION;
            case FILTERED, REMOVED, FAILED -> Tone.GOOD;
            case UNKNOWN -> Tone.BAD;
        };
        return Row.of(
                Inline.value(mail.recipient()),
                Inline.badge(CampaignWords.delivery(mail.delivery()), tone),
                Inline.time(mail.at()),
                Inline.value(mail.message()),
                Inline.text(mail.source()));
    }

    private static Block copies(ReportSource source, Campaign campaign) {
        return new Block.Table(
                "Copies in mailboxes: what was removed, and what not",
                List.of("Copy", "Outcome", "Why", "Sample"),
                campaign.copies().stream()
                        .map(copy -> Row.of(
                                Inline.value(copy.name()),
                                Words.itemOutcome(copy),
                                Inline.text(CampaignDetail.of(source, copy)),
                                Inline.value(copy.exhibit().map(id -> id.value()).orElse(""))))
                        .toList(),
                "No copy was looked for.");
    }

    private static Block blockList(ReportSource source) {
        List<Item> blocks = source.state().items().values().stream()
                .filter(item -> item.key().kind().equals(Campaign.BLOCK))
                .toList();
        return new Block.Table(
                "What the tenant blocks now",
                List.of("Entry", "Decision", "Outcome", "Why"),
                blocks.stream()
                        .map(block -> Row.of(
                                Inline.value(block.name()),
                                Inline.text(Word.of(block.decision())),
                                Inline.text(CampaignDetail.of(source, block)),
                                Inline.text(String.join(" ", block.reasons()))))
                        .toList(),
                "Nothing was blocked.");
    }

    private static Block notSeen(Campaign campaign) {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, String> unseen : campaign.notSeen().entrySet()) {
            rows.add(Row.of(Inline.text(unseen.getKey()), Inline.text(unseen.getValue())));
        }
        return new Block.Table(
                "What was not visible, and why",
                List.of("Source", "Because"),
                rows,
                "Every source that was asked answered to its end.");
    }
}
