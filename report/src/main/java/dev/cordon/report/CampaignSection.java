package dev.cordon.report;

import dev.cordon.incident.BlockStanding;
import dev.cordon.incident.ClickResult;
import dev.cordon.incident.DeliveryResult;
import dev.cordon.incident.IncidentType;
import dev.cordon.procedure.journal.CampaignProgress;
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
        CampaignProgress campaign = source.state().campaign();
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(campaign));
        blocks.add(clicks(campaign));
        blocks.add(answers(campaign));
        blocks.add(scope(campaign));
        blocks.add(copies(source, campaign));
        blocks.add(blockList(campaign));
        blocks.add(notSeen(campaign));
        return Optional.of(new Section("campaign", "The mail, the clicks and what was removed", blocks));
    }

    private static Block facts(CampaignProgress campaign) {
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
        facts.add(count("Delivered", campaign.recipients(DeliveryResult.DELIVERED)));
        facts.add(count("Filtered", campaign.recipients(DeliveryResult.FILTERED)));
        facts.add(count("Removed by Microsoft", campaign.recipients(DeliveryResult.REMOVED)));
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

    private static List<Inline> outcome(CampaignProgress campaign) {
        return campaign.outcome().map(CampaignSection::result).orElse(Inline.badge("not judged", Tone.ATTENTION));
    }

    private static List<Inline> result(ClickResult result) {
        return switch (result) {
            case BLOCKED -> Inline.badge("blocked", Tone.GOOD);
            case REACHED -> Inline.badge("reached", Tone.BAD);
            case UNKNOWN -> Inline.badge("unknown, treated as reached", Tone.BAD);
        };
    }

    private static Block clicks(CampaignProgress campaign) {
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

    private static Block answers(CampaignProgress campaign) {
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

    private static Block scope(CampaignProgress campaign) {
        return new Block.Table(
                "Scope: who was sent it",
                List.of("Recipient", "DeliveryResult", "Received (UTC)", "Message", "By"),
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

    private static Block copies(ReportSource source, CampaignProgress campaign) {
        return new Block.Table(
                "Copies in mailboxes: what was removed, and what not",
                List.of("Copy", "Outcome", "Why", "Sample"),
                campaign.copies().stream()
                        .map(copy -> Row.of(
                                Inline.value(copy.name()),
                                Words.itemOutcome(copy),
                                Inline.text(CampaignDetail.of(source, copy)),
                                Inline.value(
                                        copy.exhibit().map(id -> id.value()).orElse(""))))
                        .toList(),
                "No copy was looked for.");
    }

    private static Tone tone(BlockStanding standing) {
        return switch (standing) {
            case BLOCKED, ALREADY_BLOCKED -> Tone.GOOD;
            case DECLINED, LIFTED -> Tone.NEUTRAL;
            case ALLOWED -> Tone.ATTENTION;
            case FAILED, UNKNOWN -> Tone.BAD;
        };
    }

    private static Block blockList(CampaignProgress campaign) {
        return new Block.Table(
                "What the tenant was to block",
                List.of("List", "Entry", "Standing", "Until (UTC)", "Why"),
                campaign.listed().stream()
                        .map(entered -> Row.of(
                                Inline.text(entered.list()),
                                Inline.value(entered.value()),
                                Inline.badge(CampaignWords.standing(entered.standing()), tone(entered.standing())),
                                Inline.time(entered.until()),
                                Inline.text(entered.because())))
                        .toList(),
                "Nothing was blocked.");
    }

    private static Block notSeen(CampaignProgress campaign) {
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
