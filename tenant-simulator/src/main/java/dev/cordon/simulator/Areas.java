package dev.cordon.simulator;

import dev.cordon.simulator.applications.ApplicationRoutes;
import dev.cordon.simulator.applications.ApplicationsFounder;
import dev.cordon.simulator.attacker.AttackerWire;
import dev.cordon.simulator.attacker.Intruder;
import dev.cordon.simulator.attacker.OtherHands;
import dev.cordon.simulator.auditqueries.AuditQueryRoutes;
import dev.cordon.simulator.campaigns.CampaignFounder;
import dev.cordon.simulator.control.ControlRoute;
import dev.cordon.simulator.devices.DeviceRoutes;
import dev.cordon.simulator.devices.DevicesFounder;
import dev.cordon.simulator.directory.DirectoryRoutes;
import dev.cordon.simulator.directory.PlantedRoles;
import dev.cordon.simulator.directory.PolicyRoutes;
import dev.cordon.simulator.directory.RoleRoutes;
import dev.cordon.simulator.exchange.ComplianceService;
import dev.cordon.simulator.exchange.ExchangeService;
import dev.cordon.simulator.faults.Reception;
import dev.cordon.simulator.founding.Clients;
import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.hunting.HuntingRoutes;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.login.LoginRoutes;
import dev.cordon.simulator.logs.LogRoutes;
import dev.cordon.simulator.logs.RiskRoutes;
import dev.cordon.simulator.logs.SecurityRoutes;
import dev.cordon.simulator.mail.MailRoutes;
import dev.cordon.simulator.mailbox.MailboxFounder;
import dev.cordon.simulator.methods.MethodRoutes;
import dev.cordon.simulator.methods.PlantedMethods;
import dev.cordon.simulator.methods.RegistrationReport;
import dev.cordon.simulator.methods.UsualMethods;
import dev.cordon.simulator.sinks.ChatRoutes;
import dev.cordon.simulator.sinks.SentRoutes;
import dev.cordon.simulator.sinks.WebhookService;
import dev.cordon.simulator.submissions.SubmissionRoutes;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.traces.TraceRoutes;
import dev.cordon.simulator.truth.Truth;
import dev.cordon.simulator.users.UserRoutes;
import dev.cordon.simulator.wire.AttackerPass;
import dev.cordon.simulator.wire.Coverage;
import dev.cordon.simulator.wire.RequestLog;
import dev.cordon.simulator.wire.Service;
import java.util.ArrayList;
import java.util.List;

/** The one place that names all areas of the tenant; a new area is a new line here. */
final class Areas {

    private Areas() {}

    /** What fills an empty tenant, in order. */
    static List<Founder> founders() {
        var founders = new ArrayList<Founder>();
        founders.add(new Clients());
        founders.add(new People());
        founders.add(new PlantedMethods());
        founders.add(new UsualMethods());
        founders.add(new PlantedRoles());
        founders.add(new MailboxFounder());
        founders.add(new CampaignFounder());
        founders.add(new ApplicationsFounder());
        founders.add(new DevicesFounder());
        return founders;
    }

    /** What stands behind the Exchange host. */
    static Service exchange(Tenant tenant, Throttle throttle, Reception reception) {
        return new ExchangeService(tenant, throttle, reception::receiveItem);
    }

    /** What stands behind the Security & Compliance host. */
    static Service compliance(Tenant tenant, Throttle throttle, Reception reception) {
        return new ComplianceService(tenant, throttle);
    }

    /** What stands behind the webhook of the workflow. */
    static Service webhook(Tenant tenant, Throttle throttle) {
        return new WebhookService(tenant, throttle);
    }

    /** The control API's paths beside those of the core. */
    static List<ControlRoute> controls(Tenant tenant, RequestLog log) {
        var routes = new ArrayList<>(new Truth(tenant, log).routes());
        routes.add(new SentRoutes(tenant.state()).route());
        return routes;
    }

    /**
     * Who lives in the tenant and acts by himself, from now on; closed with the tenant.
     *
     * @param caPem the certificate authority to trust
     */
    static List<AutoCloseable> inhabitants(Tenant tenant, Connection connection, AttackerPass pass, String caPem) {
        var wire = new AttackerWire(
                new AttackerWire.Hosts(connection.authority(), connection.graph(), connection.exchange()), pass, caPem);
        return List.of(Intruder.enter(tenant, wire), OtherHands.enter(tenant));
    }

    /** What Graph serves. */
    static List<GraphArea> graph(Tenant tenant) {
        var areas = new ArrayList<GraphArea>();
        areas.add(new UserRoutes(tenant));
        areas.add(new MethodRoutes(tenant));
        areas.add(new RegistrationReport(tenant));
        areas.add(new DirectoryRoutes(tenant));
        areas.add(new RoleRoutes(tenant));
        areas.add(new PolicyRoutes(tenant));
        areas.add(new MailRoutes());
        areas.add(new ApplicationRoutes());
        areas.add(new DeviceRoutes());
        areas.add(new LogRoutes(tenant));
        areas.add(new AuditQueryRoutes(tenant));
        areas.add(new TraceRoutes());
        areas.add(new RiskRoutes());
        areas.add(new SecurityRoutes());
        areas.add(new HuntingRoutes());
        areas.add(new SubmissionRoutes());
        areas.add(new ChatRoutes());
        return areas;
    }

    /** Everything that is served, area by area. */
    static List<Coverage> coverage(List<GraphArea> graph) {
        var rows = new ArrayList<>(LoginRoutes.coverage());
        rows.add(new Coverage("Graph protocol", "POST /{version}/$batch", "H", "documented"));
        for (GraphArea area : graph) {
            for (GraphRoute route : area.routes()) {
                String versions = route.versions().size() == 2
                        ? "/{version}"
                        : "/" + route.versions().getFirst();
                rows.add(new Coverage(
                        area.name(),
                        route.method() + " " + versions + route.template(),
                        route.source(),
                        route.evidence().text()));
            }
        }
        rows.addAll(ExchangeService.coverage());
        rows.addAll(ComplianceService.coverage());
        rows.addAll(WebhookService.coverage());
        return rows;
    }
}
