package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.casefile.EarlyReading;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.MailFlow.Kind;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tenant-wide ways for mail to leave. */
final class MailRouteArea implements PersistenceArea<MailRoute> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.TRANSPORT_RULE, ItemKind.CONNECTOR, ItemKind.REMOTE_DOMAIN);
    }

    @Override
    public String exhibitKind() {
        return "mail-flow";
    }

    @Override
    public String inWords() {
        return "transport rules, connectors and remote domains";
    }

    @Override
    public boolean isInMailbox() {
        return false;
    }

    @Override
    public Reading<List<MailRoute>> fetch(Tenant tenant, UserAccount user) {
        return tenant.mailFlow().fetchRoutes();
    }

    @Override
    public Optional<Attempt<List<MailRoute>>> of(EarlyReading early) throws InterruptedException {
        return Optional.of(early.mailRoutes());
    }

    @Override
    public String idOf(MailRoute route) {
        return route.id();
    }

    @Override
    public List<String> substance(MailRoute route) {
        return Stream.concat(
                        Stream.of(route.name(), route.enabled() ? "acts" : "is switched off", route.description()),
                        route.recipients().stream().sorted())
                .toList();
    }

    @Override
    public List<String> substanceOfBefore(MailRoute route) {
        return Stream.concat(
                        Stream.of(route.name()), route.recipients().stream().sorted())
                .toList();
    }

    @Override
    public Proposal judge(MailRoute route, Judge judge) {
        return Verdicts.proposal(
                kind(route.kind()),
                List.of(idOf(route)),
                route.name(),
                Set.copyOf(route.recipients()),
                judge.mailRoute(route),
                "It acts no longer and is kept; it can be enabled again.");
    }

    @Override
    public boolean isInForce(MailRoute thing) {
        return thing.enabled();
    }

    @Override
    public List<String> changes(UserAccount user, MailRoute route) {
        String identity = " -Identity " + Spelled.quoted(route.id());
        return List.of(
                switch (route.kind()) {
                    case TRANSPORT_RULE -> "Disable-TransportRule" + identity + " -Confirm:$false";
                    case INBOUND_CONNECTOR -> "Set-InboundConnector" + identity + " -Enabled $false";
                    case OUTBOUND_CONNECTOR -> "Set-OutboundConnector" + identity + " -Enabled $false";
                    case REMOTE_DOMAIN -> "Set-RemoteDomain" + identity + " -AutoForwardEnabled $false";
                });
    }

    @Override
    public Removal<MailRoute> removal() {
        return Removal.by("disable", (tenant, user, route) -> tenant.mailFlow().disable(route));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().mailRoutes());
    }

    private static ItemKind kind(Kind kind) {
        return switch (kind) {
            case TRANSPORT_RULE -> ItemKind.TRANSPORT_RULE;
            case INBOUND_CONNECTOR, OUTBOUND_CONNECTOR -> ItemKind.CONNECTOR;
            case REMOTE_DOMAIN -> ItemKind.REMOTE_DOMAIN;
        };
    }
}
