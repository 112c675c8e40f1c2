package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.Campaign.Click;
import dev.cordon.simulator.scenario.Campaign.Fate;
import dev.cordon.simulator.scenario.Campaign.Kind;
import dev.cordon.simulator.scenario.Campaign.Report;
import dev.cordon.simulator.scenario.Campaign.Treatment;
import dev.cordon.simulator.scenario.Campaign.Via;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads {@code campaigns}. */
final class CampaignReader {

    private CampaignReader() {}

    static List<Campaign> campaigns(Section root) {
        var campaigns = new ArrayList<Campaign>();
        var ids = new HashSet<String>();
        for (var section : root.sections("campaigns")) {
            var id = section.text("id");
            if (!ids.add(id)) {
                section.problem("id", "'" + id + "' stands here twice");
            }
            campaign(section, id).ifPresent(campaigns::add);
        }
        return campaigns;
    }

    private static Optional<Campaign> campaign(Section section, String id) {
        if (!section.has("kind")) {
            section.problem("kind", "is missing");
        }
        var kind = section.choice("kind", Kind.class, Kind.CREDENTIAL_PAGE);
        var at = section.moment("at");
        var from = section.section("from");
        var sender = from.text("address");
        var subject = section.text("subject");
        var body = section.text("body");
        var urls = section.texts("urls");
        var recipients = section.texts("recipients");
        recipients.stream()
                .filter(upn -> !section.reading().knowsAccount(upn))
                .forEach(upn -> section.problem("recipients", "'" + upn + "' is neither in people nor the operator"));
        var drawn = section.number("drawn", 0);
        var treatments = treatments(section, recipients);
        var clicks = clicks(section, urls);
        var reports = section.sections("reported").stream()
                .map(report -> new Report(report.account("user"), report.moment("at")))
                .toList();
        return section.build(() -> new Campaign(
                id,
                kind,
                at,
                sender,
                from.text("name", ""),
                subject,
                body,
                urls,
                section.texts("attachments"),
                recipients,
                drawn,
                treatments,
                clicks,
                reports));
    }

    private static List<Treatment> treatments(Section campaign, List<String> recipients) {
        var treatments = new ArrayList<Treatment>();
        for (var section : campaign.sections("deliveries")) {
            var to = section.findText("to");
            if (to != null && recipients.stream().noneMatch(to::equalsIgnoreCase)) {
                section.problem("to", "'" + to + "' is not among the recipients");
            }
            var drawn = section.number("drawn", 0);
            var fate = section.choice("do", Fate.class, Fate.DELIVER);
            var at = section.findMoment("at");
            var copies = section.number("copies", 1);
            var unindexed = section.flag("unindexed", false);
            section.build(() -> new Treatment(
                            to,
                            drawn,
                            fate,
                            at,
                            section.text("folder", "Inbox"),
                            section.findText("forwardTo"),
                            copies,
                            unindexed))
                    .ifPresent(treatments::add);
        }
        return treatments;
    }

    private static List<Click> clicks(Section campaign, List<String> urls) {
        var clicks = new ArrayList<Click>();
        for (var section : campaign.sections("clicks")) {
            var user = section.account("user");
            var at = section.moment("at");
            var url = section.text("url", urls.isEmpty() ? "" : urls.getFirst());
            if (!urls.contains(url)) {
                section.problem("url", "'" + url + "' is not among the campaign's urls");
            }
            var word = section.text("action", ClickAction.ALLOWED.word());
            var action = ClickAction.find(word);
            if (action.isEmpty()) {
                section.problem(
                        "action", "'" + word + "' is unknown; known are " + String.join(", ", ClickAction.words()));
            }
            var through = section.findFlag("clickedThrough");
            var via = section.choice("via", Via.class, Via.EMAIL);
            action.flatMap(known -> section.build(() -> new Click(user, at, url, known, through, via)))
                    .ifPresent(clicks::add);
        }
        return clicks;
    }
}
