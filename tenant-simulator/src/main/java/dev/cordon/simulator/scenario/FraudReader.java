package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.Conversation.Attachment;
import dev.cordon.simulator.scenario.Conversation.Authentication;
import dev.cordon.simulator.scenario.Conversation.Letter;
import dev.cordon.simulator.scenario.Conversation.SentCopy;
import dev.cordon.simulator.scenario.FraudCampaign.BankAccount;
import dev.cordon.simulator.scenario.FraudCampaign.Kind;
import dev.cordon.simulator.scenario.FraudCampaign.LookAlike;
import dev.cordon.simulator.scenario.FraudCampaign.Payment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code conversations} and {@code fraud}. */
final class FraudReader {

    private FraudReader() {}

    static FraudPlan plan(Section root) {
        var campaigns = new ArrayList<FraudCampaign>();
        var names = new HashSet<String>();
        for (var section : root.sections("fraud")) {
            if (!names.add(section.text("id"))) {
                section.problem("id", "'" + section.text("id") + "' stands here twice");
            }
            campaign(section).ifPresent(campaigns::add);
        }
        var conversations = new ArrayList<Conversation>();
        var ids = new HashSet<String>();
        for (var section : root.sections("conversations")) {
            if (!ids.add(section.text("id"))) {
                section.problem("id", "'" + section.text("id") + "' stands here twice");
            }
            conversations.add(conversation(section, names));
        }
        return new FraudPlan(conversations, campaigns);
    }

    private static Optional<FraudCampaign> campaign(Section section) {
        var id = section.text("id");
        if (!section.has("kind")) {
            section.problem("kind", "is missing");
        }
        var kind = section.choice("kind", Kind.class, Kind.INVOICE_REDIRECT);
        var account = section.findAccount("account");
        var lookAlikes = section.sections("lookAlikes").stream()
                .map(each -> new LookAlike(each.text("domain"), each.text("imitates"), each.findMoment("registered")))
                .toList();
        var bankAccounts = section.sections("bankAccounts").stream()
                .map(FraudReader::bankAccount)
                .flatMap(Optional::stream)
                .toList();
        var payments = section.sections("payments").stream()
                .map(each -> new Payment(
                        each.moment("at"),
                        each.text("amount"),
                        each.text("currency"),
                        each.text("account"),
                        each.text("payer"),
                        each.text("reference", "")))
                .toList();
        return section.build(() -> new FraudCampaign(
                id, kind, account, section.texts("impersonates"), lookAlikes, bankAccounts, payments));
    }

    private static Optional<BankAccount> bankAccount(Section section) {
        var id = section.text("id");
        var holder = section.text("holder");
        var iban = section.text("iban");
        return section.build(() -> new BankAccount(
                id, holder, section.text("bank", ""), section.text("country", ""), iban, section.text("swift", "")));
    }

    private static Conversation conversation(Section section, Set<String> campaigns) {
        var subject = section.text("subject");
        var letters = new ArrayList<Letter>();
        for (var each : section.sections("letters")) {
            var usual = letters.isEmpty() ? subject : "RE: " + subject;
            letter(each, usual, campaigns).ifPresent(letters::add);
        }
        return new Conversation(section.text("id"), subject, letters);
    }

    private static Optional<Letter> letter(Section section, String usualSubject, Set<String> campaigns) {
        var at = section.moment("at");
        var from = section.text("from");
        var to = section.texts("to");
        var cc = section.texts("cc");
        var by = section.choice("by", Author.class, Author.LEGITIMATE);
        var sentBy = section.findAccount("sentBy");
        var sentCopy = section.choice("sentCopy", SentCopy.class, SentCopy.KEPT);
        var authentication = section.choice("authentication", Authentication.class, Authentication.UNSIGNED);
        var fraud = section.findText("fraud");
        if (fraud != null && !campaigns.contains(fraud)) {
            section.problem("fraud", "'" + fraud + "' is no fraud of this scenario");
        }
        var inside = section.reading().knowsAccount(from) && authentication != Authentication.FAILED;
        if (!inside && Stream.concat(to.stream(), cc.stream()).noneMatch(section.reading()::isOurs)) {
            section.problem("to", "is nobody of ours, and neither is from");
        }
        if (inside && by == Author.ATTACKER && at.isAfter(section.reading().start())) {
            section.problem("at", "lies after clock.start; use the attacker's plan for what he sends later");
        }
        if (!inside && (sentBy != null || sentCopy != SentCopy.KEPT)) {
            section.problem("from", "is outside, where no sent copy is ours");
        }
        var attachments = attachments(section);
        return section.build(() -> new Letter(
                at,
                from,
                section.findText("fromName"),
                to,
                cc,
                section.texts("replyTo"),
                section.text("subject", usualSubject),
                section.text("body", ""),
                attachments,
                section.flag("read", true),
                by,
                sentBy,
                section.findText("session"),
                section.findText("ip"),
                section.findText("userAgent"),
                sentCopy,
                authentication,
                fraud));
    }

    /** Files, each with the text in it. */
    static List<Attachment> attachments(Section section) {
        return section.sections("attachments").stream()
                .map(each -> {
                    var name = each.text("name");
                    var text = Objects.requireNonNullElse(each.findText("text"), "");
                    return each.build(() -> new Attachment(name, text));
                })
                .flatMap(Optional::stream)
                .toList();
    }
}
