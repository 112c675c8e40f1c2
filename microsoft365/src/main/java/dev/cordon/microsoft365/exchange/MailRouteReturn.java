package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.MailFlow.Kind;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Enables transport rules and connectors again, and lets remote domains forward again. They were kept: one that somebody changed while it
 * was disabled would act otherwise than it did.
 */
public record MailRouteReturn(ExchangeClient exchange) implements Returnable {
    private static final Set<String> NOT_SETTABLE = Set.of(
            "Identity",
            "Guid",
            "Id",
            "Priority",
            "WhenChanged",
            "WhenChangedUTC",
            "WhenCreated",
            "WhenCreatedUTC",
            "LastModifiedBy",
            "CreatedBy",
            "DistinguishedName",
            "ObjectState",
            "ObjectClass",
            "ObjectCategory",
            "ExchangeVersion",
            "OrganizationId",
            "OriginatingServer",
            "RunspaceId",
            "IsValid",
            "Description",
            "Size");

    @Override
    public boolean reads(String request) {
        return Stream.of(Kind.values()).anyMatch(kind -> Sheet.isOf(request, listing(kind)));
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        return Stream.of(Kind.values())
                .flatMap(kind -> Sheet.rows(answers, listing(kind)).stream().map(row -> former(kind, row)))
                .toList();
    }

    private static String listing(Kind kind) {
        return switch (kind) {
            case TRANSPORT_RULE -> "Get-TransportRule";
            case INBOUND_CONNECTOR -> "Get-InboundConnector";
            case OUTBOUND_CONNECTOR -> "Get-OutboundConnector";
            case REMOTE_DOMAIN -> "Get-RemoteDomain";
        };
    }

    private static Former former(Kind kind, JsonItem row) {
        String id = ExchangeMailFlow.id(row);
        Fields settable = new Fields();
        row.object().keySet().stream()
                .filter(name -> !NOT_SETTABLE.contains(name))
                .forEach(name -> settable.with(name, row.object().get(name)));
        Map<String, String> disabled = switch (kind) {
            case TRANSPORT_RULE -> new Fields().with("State", "Disabled").map();
            case INBOUND_CONNECTOR, OUTBOUND_CONNECTOR ->
                new Fields().with("Enabled", false).map();
            case REMOTE_DOMAIN -> new Fields().with("AutoForwardEnabled", false).map();
        };
        return Former.of(
                        id,
                        kind + " " + id,
                        settable.map(),
                        Fields.of(row, "Priority", "WhenChanged").map())
                .whenRemoved(disabled)
                .withMeans(Map.of("kind", kind.name()));
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        Cmdlet cmdlet = switch (Kind.valueOf(former.means().getOrDefault("kind", ""))) {
            case TRANSPORT_RULE -> Cmdlet.named("Enable-TransportRule");
            case INBOUND_CONNECTOR -> Cmdlet.named("Set-InboundConnector").with("Enabled", true);
            case OUTBOUND_CONNECTOR -> Cmdlet.named("Set-OutboundConnector").with("Enabled", true);
            case REMOTE_DOMAIN -> Cmdlet.named("Set-RemoteDomain").with("AutoForwardEnabled", true);
        };
        return exchange.change("Enable " + former.id() + " again", "", cmdlet.with("Identity", former.id()));
    }
}
