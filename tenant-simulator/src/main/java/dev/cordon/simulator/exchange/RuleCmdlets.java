package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.SweepRule;
import java.util.List;
import java.util.stream.Stream;

/** Rules of a mailbox: inbox rules with the hidden ones, and sweep rules (X5-X7, X13, U2, U3, U7). */
final class RuleCmdlets {

    private static final String CLIENT_RULES_GO =
            "Confirm: Changing server-side rules deletes the client-side rules of this mailbox. Are you sure?";

    private static final List<String> SWEEP = List.of(
            "Sender",
            "SenderName",
            "DestinationFolder",
            "SourceFolder",
            "KeepLatest",
            "KeepForDays",
            "ExceptIfFlagged",
            "ExceptIfPinned",
            "SystemCategory");

    private RuleCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(
                Cmdlet.of(
                                "Get-InboxRule",
                                Access.RULES,
                                "Mailbox Identity IncludeHidden DescriptionTimeFormat DescriptionTimeZone BypassScopeCheck",
                                "X5",
                                RuleCmdlets::get)
                        .ownToo(),
                Cmdlet.of(
                                "New-InboxRule",
                                Access.RULES,
                                RuleShapes.parameters() + " FromMessageId ValidateOnly",
                                "U3",
                                RuleCmdlets::create)
                        .ownToo(),
                Cmdlet.of("Set-InboxRule", Access.RULES, RuleShapes.parameters() + " Identity", "X6", RuleCmdlets::set)
                        .ownToo(),
                Cmdlet.of("Disable-InboxRule", Access.RULES, "Mailbox Identity", "X6", call -> enable(call, false))
                        .ownToo(),
                Cmdlet.of("Enable-InboxRule", Access.RULES, "Mailbox Identity", "U2", call -> enable(call, true))
                        .ownToo(),
                Cmdlet.of("Remove-InboxRule", Access.RULES, "Mailbox Identity", "X7", RuleCmdlets::remove)
                        .ownToo(),
                Cmdlet.of("Get-SweepRule", Access.RULES, "Mailbox Identity Provider", "X13", RuleCmdlets::getSweep)
                        .ownToo(),
                Cmdlet.of(
                                "New-SweepRule",
                                Access.RULES,
                                "Mailbox Name Provider Enabled " + String.join(" ", SWEEP),
                                "U7",
                                RuleCmdlets::createSweep)
                        .ownToo(),
                Cmdlet.of(
                                "Disable-SweepRule",
                                Access.RULES,
                                "Mailbox Identity",
                                "X13",
                                call -> enableSweep(call, false))
                        .ownToo(),
                Cmdlet.of("Enable-SweepRule", Access.RULES, "Mailbox Identity", "U7", call -> enableSweep(call, true))
                        .ownToo(),
                Cmdlet.of("Remove-SweepRule", Access.RULES, "Mailbox Identity", "X13", RuleCmdlets::removeSweep)
                        .ownToo());
    }

    private static CmdletResult get(CmdletCall call) {
        var mailbox = call.mailbox("Mailbox");
        if (call.find("Identity").isPresent()) {
            return CmdletResult.of(row(call, mailbox, rule(call, mailbox)));
        }
        return CmdletResult.of(call.mailboxes().rules(mailbox.ownerId()).stream()
                .filter(rule -> isListed(rule, call.flag("IncludeHidden")))
                .map(rule -> row(call, mailbox, rule))
                .toList());
    }

    private static boolean isListed(InboxRule rule, boolean includeHidden) {
        return switch (rule.origin()) {
            case VISIBLE -> true;
            case HIDDEN, SYSTEM -> includeHidden;
            case CLIENT_ONLY -> false;
        };
    }

    private static JsonObject row(CmdletCall call, Mailbox mailbox, InboxRule rule) {
        return RuleShapes.row(rule, mailbox, call.mailboxes().folders(mailbox.ownerId()));
    }

    private static InboxRule rule(CmdletCall call, Mailbox mailbox) {
        var name = call.text("Identity");
        var behind = name.substring(name.indexOf('\\') + 1);
        var rules = call.mailboxes().rules(mailbox.ownerId()).stream()
                .filter(rule -> rule.origin() != InboxRule.Origin.CLIENT_ONLY)
                .toList();
        var found = Stream.concat(
                        rules.stream().filter(rule -> List.of(name, behind).contains(rule.identity())),
                        rules.stream().filter(rule -> List.of(name, behind).contains(rule.name())))
                .findFirst()
                .orElseThrow(() -> CmdletRefusal.notFound(name));
        call.target(mailbox, found.identity());
        return found;
    }

    private static boolean asks(CmdletCall call, Mailbox mailbox) {
        return !call.flag("Force")
                && call.mailboxes().rules(mailbox.ownerId()).stream()
                        .anyMatch(rule -> rule.origin() == InboxRule.Origin.CLIENT_ONLY);
    }

    private static CmdletResult create(CmdletCall call) {
        var mailbox = call.mailbox("Mailbox");
        if (asks(call, mailbox)) {
            return CmdletResult.asking(CLIENT_RULES_GO);
        }
        var mailboxes = call.mailboxes();
        var rule = new InboxRule(
                mailboxes.newIdentity(mailbox.ownerId()),
                mailbox.ownerId(),
                call.text("Name"),
                call.find("Priority").map(Integer::valueOf).orElse(1),
                true,
                InboxRule.Origin.VISIBLE,
                call.state().now(),
                RuleShapes.conditions(call, ""),
                RuleShapes.conditions(call, "ExceptIf"),
                RuleShapes.actions(call, name -> folderId(call, mailbox, name)));
        call.target(mailbox, rule.identity());
        call.state().atomically(() -> {
            mailboxes.dropClientOnly(call.cause(), mailbox.ownerId());
            mailboxes.create(call.cause(), rule);
        });
        return CmdletResult.of(row(call, mailbox, rule));
    }

    private static String folderId(CmdletCall call, Mailbox mailbox, String name) {
        var behind = name.substring(name.lastIndexOf('\\') + 1);
        var plain = behind.substring(behind.indexOf(':') + 1);
        return call.mailboxes()
                .findFolder(mailbox.ownerId(), plain)
                .orElseThrow(() -> CmdletRefusal.notFound(name))
                .id();
    }

    private static CmdletResult set(CmdletCall call) {
        var mailbox = call.mailbox("Mailbox");
        var before = rule(call, mailbox);
        if (asks(call, mailbox)) {
            return CmdletResult.asking(CLIENT_RULES_GO);
        }
        var conditions = RuleShapes.conditions(call, "");
        var exceptions = RuleShapes.conditions(call, "ExceptIf");
        var actions = RuleShapes.actions(call, name -> folderId(call, mailbox, name));
        var after = before.withContent(
                call.find("Name").orElse(before.name()),
                call.find("Priority").map(Integer::valueOf).orElse(before.sequence()),
                merged(before.conditions(), conditions),
                merged(before.exceptions(), exceptions),
                merged(before.actions(), actions));
        call.state().atomically(() -> {
            call.mailboxes().dropClientOnly(call.cause(), mailbox.ownerId());
            call.mailboxes().change(call.cause(), before, after);
        });
        return CmdletResult.nothing();
    }

    private static JsonObject merged(JsonObject before, JsonObject changes) {
        var merged = before.deepCopy();
        changes.entrySet().forEach(change -> merged.add(change.getKey(), change.getValue()));
        return merged;
    }

    private static CmdletResult enable(CmdletCall call, boolean on) {
        var mailbox = call.mailbox("Mailbox");
        var rule = rule(call, mailbox);
        if (asks(call, mailbox)) {
            return CmdletResult.asking(CLIENT_RULES_GO);
        }
        if (!on && rule.name().matches("Delegate Rule -\\d+")) {
            throw CmdletRefusal.invalid("The rule '" + rule.name() + "' can't be disabled.");
        }
        call.state().atomically(() -> {
            call.mailboxes().dropClientOnly(call.cause(), mailbox.ownerId());
            if (rule.enabled() != on) {
                call.mailboxes().enable(call.cause(), rule, on);
            }
        });
        return rule.enabled() == on
                ? CmdletResult.warning("The command completed successfully but no settings of '" + mailbox.ownerId()
                        + "\\" + rule.identity() + "' have been modified.")
                : CmdletResult.nothing();
    }

    private static CmdletResult remove(CmdletCall call) {
        var mailbox = call.mailbox("Mailbox");
        var rule = rule(call, mailbox);
        if (rule.origin() == InboxRule.Origin.SYSTEM) {
            throw CmdletRefusal.invalid("The rule '" + rule.name() + "' can't be removed.");
        }
        if (asks(call, mailbox)) {
            return CmdletResult.asking(CLIENT_RULES_GO);
        }
        call.state().atomically(() -> {
            call.mailboxes().dropClientOnly(call.cause(), mailbox.ownerId());
            call.mailboxes().remove(call.cause(), rule);
        });
        return CmdletResult.nothing();
    }

    private static CmdletResult getSweep(CmdletCall call) {
        var mailbox = call.mailbox("Mailbox");
        if (call.find("Identity").isPresent()) {
            return CmdletResult.of(sweepRow(sweep(call, mailbox)));
        }
        return CmdletResult.of(call.mailboxes().sweepRules(mailbox.ownerId()).stream()
                .map(RuleCmdlets::sweepRow)
                .toList());
    }

    private static SweepRule sweep(CmdletCall call, Mailbox mailbox) {
        var name = call.text("Identity");
        var found = call.mailboxes().sweepRules(mailbox.ownerId()).stream()
                .filter(rule -> rule.id().equals(name.substring(name.lastIndexOf('\\') + 1))
                        || rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CmdletRefusal.notFound(name));
        call.target(mailbox, found.id());
        return found;
    }

    private static JsonObject sweepRow(SweepRule rule) {
        var row = Json.object(
                "Identity", rule.id(),
                "Name", rule.name(),
                "Enabled", rule.enabled(),
                "Provider", "Exchange16",
                "WhenCreated", Rows.time(rule.created()));
        SWEEP.forEach(name -> row.add(name, rule.details().get(name)));
        return row;
    }

    private static CmdletResult createSweep(CmdletCall call) {
        var mailbox = call.mailbox("Mailbox");
        var details = new JsonObject();
        for (var name : SWEEP) {
            if (call.has(name) && !call.value(name).isJsonNull()) {
                details.add(
                        name,
                        call.value(name) instanceof JsonArray list && !list.isEmpty() ? list.get(0) : call.value(name));
            }
        }
        var rule = new SweepRule(
                call.state()
                        .chance()
                        .guid("sweep", mailbox.ownerId(), call.state().events().size()),
                mailbox.ownerId(),
                call.text("Name"),
                call.find("Enabled").isEmpty() || call.flag("Enabled"),
                call.state().now(),
                details);
        call.target(mailbox, rule.id());
        call.mailboxes().create(call.cause(), rule);
        return CmdletResult.of(sweepRow(rule));
    }

    private static CmdletResult enableSweep(CmdletCall call, boolean on) {
        var mailbox = call.mailbox("Mailbox");
        var rule = sweep(call, mailbox);
        if (rule.enabled() == on) {
            return CmdletResult.warning(
                    "The command completed successfully but no settings of '" + rule.id() + "' have been modified.");
        }
        call.mailboxes().enable(call.cause(), rule, on);
        return CmdletResult.nothing();
    }

    private static CmdletResult removeSweep(CmdletCall call) {
        var mailbox = call.mailbox("Mailbox");
        call.mailboxes().remove(call.cause(), sweep(call, mailbox));
        return CmdletResult.nothing();
    }
}
