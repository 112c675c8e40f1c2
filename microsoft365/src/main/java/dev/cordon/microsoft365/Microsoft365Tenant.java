package dev.cordon.microsoft365;

import dev.cordon.microsoft365.connection.ConnectionDocument;
import dev.cordon.microsoft365.exchange.ComplianceClient;
import dev.cordon.microsoft365.exchange.ComplianceRegion;
import dev.cordon.microsoft365.exchange.ExchangeAuditLogSearch;
import dev.cordon.microsoft365.exchange.ExchangeBlockList;
import dev.cordon.microsoft365.exchange.ExchangeClient;
import dev.cordon.microsoft365.exchange.ExchangeMailFlow;
import dev.cordon.microsoft365.exchange.ExchangeMailboxAudit;
import dev.cordon.microsoft365.exchange.ExchangeMailboxes;
import dev.cordon.microsoft365.exchange.ExchangeMessageTrace;
import dev.cordon.microsoft365.exchange.ExchangeQuarantine;
import dev.cordon.microsoft365.exchange.ExchangeRules;
import dev.cordon.microsoft365.exchange.ExchangeSafeLinksReport;
import dev.cordon.microsoft365.exchange.ExchangeTracedMails;
import dev.cordon.microsoft365.exchange.PurviewContentSearches;
import dev.cordon.microsoft365.graph.GraphAuditLogQueries;
import dev.cordon.microsoft365.graph.GraphAuthenticationMethods;
import dev.cordon.microsoft365.graph.GraphClient;
import dev.cordon.microsoft365.graph.GraphConsentGrants;
import dev.cordon.microsoft365.graph.GraphDevices;
import dev.cordon.microsoft365.graph.GraphDirectory;
import dev.cordon.microsoft365.graph.GraphDirectoryAudit;
import dev.cordon.microsoft365.graph.GraphMailCopies;
import dev.cordon.microsoft365.graph.GraphMailSamples;
import dev.cordon.microsoft365.graph.GraphMessageRules;
import dev.cordon.microsoft365.graph.GraphNotices;
import dev.cordon.microsoft365.graph.GraphPasswords;
import dev.cordon.microsoft365.graph.GraphRiskyUsers;
import dev.cordon.microsoft365.graph.GraphSecureScores;
import dev.cordon.microsoft365.graph.GraphSecurityAlerts;
import dev.cordon.microsoft365.graph.GraphSecurityIncidents;
import dev.cordon.microsoft365.graph.GraphSignInLog;
import dev.cordon.microsoft365.graph.GraphSignInSessions;
import dev.cordon.microsoft365.graph.GraphSubmissions;
import dev.cordon.microsoft365.graph.GraphThreatHunting;
import dev.cordon.microsoft365.graph.ResetOperation;
import dev.cordon.microsoft365.rules.ComparedInboxRules;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Wire;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.AuditLogQueries;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuthenticationMethods;
import dev.cordon.tenant.BlockList;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.ConsentGrants;
import dev.cordon.tenant.ContentSearches;
import dev.cordon.tenant.Devices;
import dev.cordon.tenant.Directory;
import dev.cordon.tenant.DirectoryAudit;
import dev.cordon.tenant.InboxRules;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.MailCopies;
import dev.cordon.tenant.MailFlow;
import dev.cordon.tenant.MailSamples;
import dev.cordon.tenant.MailboxAudit;
import dev.cordon.tenant.Mailboxes;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.Notices;
import dev.cordon.tenant.Passwords;
import dev.cordon.tenant.Quarantine;
import dev.cordon.tenant.Returns;
import dev.cordon.tenant.RiskyUsers;
import dev.cordon.tenant.SafeLinksReport;
import dev.cordon.tenant.SecureScores;
import dev.cordon.tenant.SecurityAlerts;
import dev.cordon.tenant.SecurityIncidents;
import dev.cordon.tenant.SignInLog;
import dev.cordon.tenant.SignInSessions;
import dev.cordon.tenant.Submissions;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.ThreatHunting;
import dev.cordon.tenant.TracedMails;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tenant over the wire. The areas are cheap: each is made when it is asked for. */
final class Microsoft365Tenant implements Tenant {
    private final ConnectionDocument connection;
    private final Wire wire;
    private final TenantClock clock;
    private final Sleep sleep;
    private final GraphClient graph;
    private final ExchangeClient exchange;
    private final ComplianceClient compliance;

    Microsoft365Tenant(ConnectionDocument connection, Wire wire, TenantClock clock, Sleep sleep, Lane lane) {
        this(connection, wire, clock, sleep, new ComplianceRegion(connection.compliance()), lane);
    }

    private Microsoft365Tenant(
            ConnectionDocument connection,
            Wire wire,
            TenantClock clock,
            Sleep sleep,
            ComplianceRegion region,
            Lane lane) {
        this.connection = connection;
        this.wire = wire;
        this.clock = clock;
        this.sleep = sleep;
        this.graph = new GraphClient(wire, connection.graph(), lane);
        this.exchange = new ExchangeClient(wire, connection.exchange(), connection.tenantId(), lane);
        this.compliance = new ComplianceClient(wire, region, connection.tenantId(), lane);
    }

    @Override
    public Tenant in(Lane lane) {
        return new Microsoft365Tenant(connection, wire, clock, sleep, compliance.region(), lane);
    }

    @Override
    public void prepareChannels() {
        wire.prepare(List.of(Audience.GRAPH, Audience.EXCHANGE));
    }

    @Override
    public TenantClock clock() {
        return clock;
    }

    @Override
    public Caller caller() {
        return wire.claims(Audience.GRAPH).caller();
    }

    @Override
    public Optional<String> operator() {
        return connection.operator();
    }

    @Override
    public Set<String> breakGlass() {
        return connection.breakGlass();
    }

    @Override
    public Directory directory() {
        return new GraphDirectory(graph);
    }

    @Override
    public SignInSessions signInSessions() {
        return new GraphSignInSessions(graph);
    }

    @Override
    public Passwords passwords() {
        return new GraphPasswords(graph, new ResetOperation(sleep));
    }

    @Override
    public AuthenticationMethods authenticationMethods() {
        return new GraphAuthenticationMethods(graph);
    }

    @Override
    public InboxRules inboxRules() {
        return new ComparedInboxRules(
                new ExchangeRules(exchange),
                new GraphMessageRules(graph),
                wire.transport().threads());
    }

    @Override
    public Mailboxes mailboxes() {
        return new ExchangeMailboxes(exchange);
    }

    @Override
    public ConsentGrants consentGrants() {
        return new GraphConsentGrants(graph, sleep);
    }

    @Override
    public Devices devices() {
        return new GraphDevices(graph);
    }

    @Override
    public SignInLog signInLog() {
        return new GraphSignInLog(graph);
    }

    @Override
    public DirectoryAudit directoryAudit() {
        return new GraphDirectoryAudit(graph);
    }

    @Override
    public MailboxAudit mailboxAudit() {
        return new ExchangeMailboxAudit(exchange, clock, sleep);
    }

    @Override
    public AuditLogSearch auditLogSearch() {
        return new ExchangeAuditLogSearch(exchange, sleep);
    }

    @Override
    public AuditLogQueries auditLogQueries() {
        return new GraphAuditLogQueries(graph);
    }

    @Override
    public MessageTrace messageTrace() {
        return new ExchangeMessageTrace(exchange, clock);
    }

    @Override
    public RiskyUsers riskyUsers() {
        return new GraphRiskyUsers(graph);
    }

    @Override
    public SecurityAlerts securityAlerts() {
        return new GraphSecurityAlerts(graph);
    }

    @Override
    public SecurityIncidents securityIncidents() {
        return new GraphSecurityIncidents(graph);
    }

    @Override
    public SafeLinksReport safeLinksReport() {
        return new ExchangeSafeLinksReport(exchange, clock, new GraphDirectory(graph)::fetchServicePlanIds);
    }

    @Override
    public SecureScores secureScores() {
        return new GraphSecureScores(graph);
    }

    @Override
    public MailSamples mailSamples() {
        return new GraphMailSamples(graph);
    }

    @Override
    public MailFlow mailFlow() {
        return new ExchangeMailFlow(exchange);
    }

    @Override
    public ThreatHunting threatHunting() {
        return new GraphThreatHunting(graph, clock);
    }

    @Override
    public TracedMails tracedMails() {
        return new ExchangeTracedMails(exchange, clock);
    }

    @Override
    public Quarantine quarantine() {
        return new ExchangeQuarantine(exchange);
    }

    @Override
    public ContentSearches contentSearches() {
        return new PurviewContentSearches(compliance);
    }

    @Override
    public MailCopies mailCopies() {
        return new GraphMailCopies(graph);
    }

    @Override
    public BlockList blockList() {
        return new ExchangeBlockList(exchange);
    }

    @Override
    public Submissions submissions() {
        return new GraphSubmissions(graph);
    }

    @Override
    public Notices notices() {
        return new GraphNotices(graph);
    }

    @Override
    public Returns returns() {
        return new Microsoft365Returns(graph, exchange);
    }

    @Override
    public void close() {
        wire.transport().close();
    }
}
