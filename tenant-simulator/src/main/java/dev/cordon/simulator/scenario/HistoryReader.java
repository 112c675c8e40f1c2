package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.History.Audit;
import dev.cordon.simulator.scenario.History.Mail;
import dev.cordon.simulator.scenario.History.Noise;
import dev.cordon.simulator.scenario.History.SignIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return new History(
                noise.build(() -> new Noise(days, signIns, mails)).orElse(new Noise(0, 0, 0)),
                section.sections("signIns").stream().map(HistoryReader::signIn).toList(),
                section.sections("audits").stream().map(HistoryReader::audit).toList(),
                section.sections("mails").stream().map(HistoryReader::mail).toList());
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
                section.choice("by", Author.class, Author.LEGITIMATE));
    }

    private static List<String> addresses(Section section) {
        return section.has("to") ? section.texts("to") : List.of(section.text("mailbox", ""));
    }
}
