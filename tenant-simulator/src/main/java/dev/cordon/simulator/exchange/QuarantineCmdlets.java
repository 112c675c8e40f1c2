package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.campaigns.Delivery;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.traces.TraceShapes;
import java.time.Duration;
import java.util.List;

/**
 * What was kept from mailboxes, or taken out of them (X23): by number of page, the newest first, the last page the short
 * one; kept for thirty days. Without {@code StartReceivedDate} sixteen days back, from memory.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-quarantinemessage">Get-QuarantineMessage</a>
 */
final class QuarantineCmdlets {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration USUAL = Duration.ofDays(16);

    private QuarantineCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(Cmdlet.of(
                "Get-QuarantineMessage",
                Access.PROTECTION_READ,
                "Identity StartReceivedDate EndReceivedDate SenderAddress RecipientAddress MessageId Subject"
                        + " QuarantineTypes Type Direction ReleaseStatus Page PageSize",
                "X23",
                QuarantineCmdlets::messages));
    }

    private static CmdletResult messages(CmdletCall call) {
        var now = call.state().now();
        var end = call.has("EndReceivedDate") ? AuditCmdlets.time(call, "EndReceivedDate") : now;
        var start = call.has("StartReceivedDate") ? AuditCmdlets.time(call, "StartReceivedDate") : now.minus(USUAL);
        if (start.isAfter(end)) {
            throw CmdletRefusal.invalid("The StartReceivedDate can't be later than the EndReceivedDate.");
        }
        var page = call.number("Page", 1, 1000);
        var size = call.number("PageSize", 100, 1000);
        return CmdletResult.of(new Campaigns(call.state())
                .quarantined().stream()
                        .filter(delivery -> !delivery.at().isBefore(start)
                                && !delivery.at().isAfter(end)
                                && delivery.at().isAfter(now.minus(KEPT)))
                        .map(delivery -> row(call, delivery))
                        .filter(row -> matches(call, row))
                        .skip((page - 1L) * size)
                        .limit(size)
                        .toList());
    }

    private static boolean matches(CmdletCall call, JsonObject row) {
        return List.of(
                                List.of("Identity", "Identity"),
                                List.of("SenderAddress", "SenderAddress"),
                                List.of("MessageId", "MessageId"),
                                List.of("Subject", "Subject"),
                                List.of("QuarantineTypes", "Type"),
                                List.of("Type", "Type"),
                                List.of("Direction", "Direction"),
                                List.of("ReleaseStatus", "ReleaseStatus"))
                        .stream()
                        .allMatch(names -> call.asksFor(
                                names.getFirst(), row.get(names.getLast()).getAsString()))
                && call.asksFor(
                        "RecipientAddress",
                        row.getAsJsonArray("RecipientAddress").get(0).getAsString());
    }

    private static JsonObject row(CmdletCall call, Delivery delivery) {
        var network = TraceShapes.id(
                delivery.internetMessageId(), delivery.sender(), call.state().chance());
        return Json.object(
                "Identity",
                network + "\\" + recipientGuid(call, delivery),
                "ReceivedTime",
                Rows.time(delivery.at()),
                "Organization",
                call.tenant().tenantId(),
                "MessageId",
                delivery.internetMessageId(),
                "SenderAddress",
                delivery.sender(),
                "RecipientAddress",
                List.of(delivery.address()),
                "RecipientCount",
                1,
                "Subject",
                delivery.subject(),
                "Size",
                delivery.size(),
                "Type",
                "HighConfPhish",
                "QuarantineTypes",
                "HighConfPhish",
                "PolicyType",
                delivery.by().isEmpty() ? "HostedContentFilterPolicy" : "TenantAllowBlockList",
                "PolicyName",
                delivery.by().isEmpty() ? "Default" : "Tenant Allow/Block List",
                "Direction",
                "Inbound",
                "Expires",
                Rows.time(delivery.at().plus(KEPT)),
                "Released",
                false,
                "ReleaseStatus",
                "NotReleased",
                "SystemReleased",
                false,
                "Reported",
                false,
                "EntityType",
                "Email",
                "TagName",
                "AdminOnlyAccessPolicy",
                "DeletedForRecipients",
                List.of(),
                "QuarantinedUser",
                List.of(),
                "ReleasedUser",
                List.of());
    }

    private static String recipientGuid(CmdletCall call, Delivery delivery) {
        return call.state().chance().guid("quarantined-recipient", delivery.address());
    }
}
