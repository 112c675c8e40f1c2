package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.MailFlow;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mail flow over Exchange's administration endpoint: the four listings at once. */
public record ExchangeMailFlow(ExchangeClient exchange) implements MailFlow {
    @Override
    public Reading<List<MailRoute>> fetchRoutes() {
        List<Supplier<Reading<List<MailRoute>>>> reads = List.of(
                () -> rows("Read the transport rules", "Get-TransportRule", ExchangeMailFlow::transportRule),
                () -> rows("Read the inbound connectors", "Get-InboundConnector", ExchangeMailFlow::inbound),
                () -> rows("Read the outbound connectors", "Get-OutboundConnector", ExchangeMailFlow::outbound),
                () -> rows("Read the remote domains", "Get-RemoteDomain", ExchangeMailFlow::remoteDomain));
        return Beside.all(exchange.wire().transport().threads(), reads).stream()
                .reduce((some, more) -> some.with(more, ExchangeMailFlow::joined))
                .orElseThrow();
    }

    @Override
    public Receipt disable(MailRoute route) {
        if (route.id().isBlank()) {
            throw new IllegalArgumentException("A route without identity would be every route");
        }
        Cmdlet cmdlet = switch (route.kind()) {
            case TRANSPORT_RULE -> Cmdlet.named("Disable-TransportRule");
            case INBOUND_CONNECTOR -> Cmdlet.named("Set-InboundConnector").with("Enabled", false);
            case OUTBOUND_CONNECTOR -> Cmdlet.named("Set-OutboundConnector").with("Enabled", false);
            case REMOTE_DOMAIN -> Cmdlet.named("Set-RemoteDomain").with("AutoForwardEnabled", false);
        };
        return exchange.change("Disable " + route.name(), "", cmdlet.with("Identity", route.id()));
    }

    private Reading<List<MailRoute>> rows(String attempted, String cmdlet, Function<JsonItem, MailRoute> route) {
        return exchange.read(attempted, "", Cmdlet.named(cmdlet), route);
    }

    private static MailRoute transportRule(JsonItem row) {
        return route(
                Kind.TRANSPORT_RULE,
                row,
                Rows.textOrEmpty(row, "State").equals("Enabled"),
                recipients(
                        row,
                        "RedirectMessageTo",
                        "BlindCopyTo",
                        "CopyTo",
                        "AddToRecipients",
                        "RouteMessageOutboundConnector"),
                settings(
                        row,
                        "Description",
                        "Mode",
                        "Conditions",
                        "Exceptions",
                        "Actions",
                        "DeleteMessage",
                        "Quarantine",
                        "SetSCL",
                        "ModerateMessageByUser",
                        "RejectMessageReasonText"));
    }

    private static MailRoute inbound(JsonItem row) {
        return route(
                Kind.INBOUND_CONNECTOR,
                row,
                Rows.isTrue(row, "Enabled"),
                recipients(row, "SenderDomains", "SenderIPAddresses"),
                settings(
                        row,
                        "Comment",
                        "ConnectorType",
                        "CloudServicesMailEnabled",
                        "RequireTls",
                        "RestrictDomainsToCertificate",
                        "RestrictDomainsToIPAddresses",
                        "TlsSenderCertificateName",
                        "TreatMessagesAsInternal"));
    }

    private static MailRoute outbound(JsonItem row) {
        return route(
                Kind.OUTBOUND_CONNECTOR,
                row,
                Rows.isTrue(row, "Enabled"),
                recipients(row, "SmartHosts", "RecipientDomains"),
                settings(
                        row,
                        "Comment",
                        "ConnectorType",
                        "AllAcceptedDomains",
                        "CloudServicesMailEnabled",
                        "IsTransportRuleScoped",
                        "RouteAllMessagesViaOnPremises",
                        "TlsDomain",
                        "TlsSettings",
                        "UseMXRecord"));
    }

    private static MailRoute remoteDomain(JsonItem row) {
        boolean forwards = Rows.isTrue(row, "AutoForwardEnabled");
        return route(
                Kind.REMOTE_DOMAIN,
                row,
                forwards,
                recipients(row, "DomainName"),
                settings(
                        row,
                        "AllowedOOFType",
                        "AutoReplyEnabled",
                        "TrustedMailInboundEnabled",
                        "TrustedMailOutboundEnabled"));
    }

    /** What else decides what becomes of mail, as Exchange shows it. */
    private static String settings(JsonItem row, String... members) {
        return Stream.of(members)
                .flatMap(member -> {
                    String value = String.join(", ", Rows.texts(row, member));
                    return value.isEmpty() ? Stream.empty() : Stream.of(member + "=" + value);
                })
                .collect(Collectors.joining("; "));
    }

    private static MailRoute route(
            Kind kind, JsonItem row, boolean enabled, List<String> recipients, String description) {
        String name = Rows.find(row, "Name").orElseGet(() -> Rows.textOrEmpty(row, "Identity"));
        return new MailRoute(
                kind,
                id(row),
                name,
                enabled,
                recipients,
                description,
                Rows.instant(row, "WhenChangedUTC").or(() -> Rows.instant(row, "WhenChanged")));
    }

    static String id(JsonItem row) {
        return Rows.find(row, "Guid")
                .or(() -> Rows.find(row, "Identity"))
                .orElseGet(() -> Rows.textOrEmpty(row, "Name"));
    }

    private static List<String> recipients(JsonItem row, String... members) {
        return Stream.of(members)
                .flatMap(member -> Rows.texts(row, member).stream())
                .toList();
    }

    private static List<MailRoute> joined(List<MailRoute> some, List<MailRoute> more) {
        List<MailRoute> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
