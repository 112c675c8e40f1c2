package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.History.AppSignIn;
import dev.cordon.simulator.scenario.History.Audit;
import dev.cordon.simulator.scenario.History.Click;
import dev.cordon.simulator.scenario.History.Deed;
import dev.cordon.simulator.scenario.History.Drawn;
import dev.cordon.simulator.scenario.History.Mail;
import dev.cordon.simulator.scenario.History.MailAction;
import dev.cordon.simulator.scenario.History.Noise;
import dev.cordon.simulator.scenario.History.ScoreChange;
import dev.cordon.simulator.scenario.History.SignIn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code history}. */
final class HistoryReader {

    private HistoryReader() {}

    static History history(Section section) {
        var noise = section.section("noise");
        var days = noise.number("days", 0);
        var signIns = noise.number("signInsPerPersonPerDay", 0);
        var mails = noise.number("mailsPerPersonPerDay", 0);
        var clicks = noise.number("clicksPerPersonPerDay", 0);
        return new History(
                noise.build(() -> new Noise(days, signIns, mails, clicks)).orElse(new Noise(0, 0, 0, 0)),
                drawn(section.section("drawn")),
                section.sections("signIns").stream().map(HistoryReader::signIn).toList(),
                section.sections("appSignIns").stream()
                        .map(HistoryReader::appSignIn)
                        .flatMap(Optional::stream)
                        .toList(),
                section.sections("audits").stream().map(HistoryReader::audit).toList(),
                section.sections("mails").stream().map(HistoryReader::mail).toList(),
                section.sections("mailActions").stream()
                        .map(HistoryReader::mailAction)
                        .flatMap(Optional::stream)
                        .toList(),
                section.sections("clicks").stream()
                        .map(HistoryReader::click)
                        .flatMap(Optional::stream)
                        .toList(),
                section.sections("secureScore").stream()
                        .map(HistoryReader::scoreChange)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Drawn drawn(Section section) {
        var days = section.number("days", 30);
        var auditRows = section.number("auditRows", 0);
        var signIns = section.number("signIns", 0);
        var traces = section.number("traces", 0);
        return section.build(() -> new Drawn(days, auditRows, signIns, traces)).orElse(new Drawn(30, 0, 0, 0));
    }

    private static Optional<AppSignIn> appSignIn(Section section) {
        var app = section.text("app");
        var at = section.moment("at");
        var errorCode = section.number("errorCode", 0);
        var by = section.choice("by", Author.class, Author.LEGITIMATE);
        var every = section.duration("every", Duration.ZERO);
        var times = section.number("times", 1);
        return section.build(() -> new AppSignIn(
                app,
                at,
                section.findText("ip"),
                section.findText("country"),
                section.findText("city"),
                section.findText("resource"),
                errorCode,
                by,
                every,
                times));
    }

    private static Optional<Click> click(Section section) {
        var user = section.account("user");
        var at = section.moment("at");
        var url = section.text("url");
        var app = section.text("app", Click.MAIL);
        var word = section.text("action", ClickAction.ALLOWED.word());
        var action = ClickAction.find(word);
        if (action.isEmpty()) {
            section.problem("action", "'" + word + "' is unknown; known are " + String.join(", ", ClickAction.words()));
        }
        return action.flatMap(known -> section.build(() -> new Click(user, at, url, known, app)));
    }

    private static Optional<ScoreChange> scoreChange(Section section) {
        var word = section.text("control");
        var at = section.moment("at");
        var points = section.number("points", 0);
        var control = ScoreControl.find(word);
        if (control.isEmpty()) {
            section.problem(
                    "control", "'" + word + "' is unknown; known are " + String.join(", ", ScoreControl.words()));
        }
        return control.flatMap(known -> section.build(() -> new ScoreChange(known, at, points)));
    }

    private static Optional<MailAction> mailAction(Section section) {
        var mailbox = section.account("mailbox");
        var user = section.findAccount("user");
        var at = section.moment("at");
        if (!section.has("do")) {
            section.problem("do", "is missing");
        }
        var deed = section.choice("do", Deed.class, Deed.READ);
        var by = section.choice("by", Author.class, Author.LEGITIMATE);
        var count = section.number("count", 10);
        var every = section.duration("every", Duration.ZERO);
        var times = section.number("times", 1);
        var to = section.texts("to");
        return section.build(() -> new MailAction(
                mailbox,
                user == null ? mailbox : user,
                at,
                deed,
                by,
                section.findText("session"),
                section.findText("ip"),
                section.findText("userAgent"),
                section.findText("client"),
                section.text("folder", "Inbox"),
                section.findText("query"),
                count,
                every,
                times,
                section.text("subject", ""),
                section.text("body", ""),
                to));
    }

    private static SignIn signIn(Section section) {
        var session = section.findText("session");
        return new SignIn(
                section.account("user"),
                section.moment("at"),
                section.findText("ip"),
                section.findText("country"),
                section.findText("city"),
                session,
                section.choice("by", Author.class, Author.LEGITIMATE),
                section.findText("userAgent"),
                section.findText("app"),
                section.findText("resource"),
                section.flag("interactive", true),
                section.number("errorCode", 0),
                section.flag("mfa", true),
                section.findText("protocol"),
                section.findText("clientApp"),
                section.findText("device"));
    }

    private static Audit audit(Section section) {
        return new Audit(
                section.moment("at"),
                section.text("activity"),
                section.findAccount("user"),
                section.findText("app"),
                section.findText("target"),
                section.findText("ip"),
                section.text("result", "success"),
                section.text("reason", ""),
                section.findText("service"),
                section.findText("category"),
                section.choice("by", Author.class, Author.LEGITIMATE),
                details(section));
    }

    private static Map<String, String> details(Section section) {
        var details = new LinkedHashMap<String, String>();
        section.find("details").ifPresent(node -> {
            if (!(node instanceof MappingNode mapping)) {
                section.problem("details", "must be a mapping of names to texts");
                return;
            }
            mapping.getValue().forEach(entry -> {
                if (entry.getKeyNode() instanceof ScalarNode name && entry.getValueNode() instanceof ScalarNode value) {
                    details.put(name.getValue(), value.getValue());
                } else {
                    section.problem("details", "must be a mapping of names to texts");
                }
            });
        });
        return details;
    }

    private static Mail mail(Section section) {
        return new Mail(
                section.account("mailbox"),
                section.text("folder", "Inbox"),
                section.moment("at"),
                section.text("from"),
                addresses(section),
                section.text("subject", ""),
                section.text("body", ""),
                section.texts("attachments"),
                section.flag("read", true),
                section.choice("by", Author.class, Author.LEGITIMATE),
                section.findMoment("reported"));
    }

    private static List<String> addresses(Section section) {
        return section.has("to") ? section.texts("to") : List.of(section.text("mailbox", ""));
    }
}
