package dev.cordon.tenant;

import java.util.Optional;
import java.util.Set;

/**
 * One connected Microsoft 365 tenant. Safe for many threads. Every method of every area blocks until the answer is there (use a virtual
 * thread per call), retries by itself where a repeat is safe, and throws {@link TenantException} otherwise. A change whose answer never
 * came is {@link Failure.Reason#UNKNOWN_RESULT} and is never repeated by itself, the revoke excepted.
 */
public interface Tenant extends AutoCloseable {
    /** The same connection with its requests in {@code lane}. Cheap. */
    Tenant in(Lane lane);

    /**
     * Starts to get ready what the first request to each service will need, and returns at once. Whatever goes wrong is not told here: the
     * first request that needs it tries again, and tells. Idempotent.
     */
    void prepareChannels();

    TenantClock clock();

    /** Who we are; acquires a Graph token if there is none yet. */
    Caller caller();

    /** Who works with this connection, by UPN, as its document says; empty where it names nobody. Asks nobody. */
    Optional<String> operator();

    /**
     * The accounts kept for the day on which nobody else gets in, by UPN or object id, as its document says; empty where it names none.
     * Asks nobody, so one that is not there is named all the same.
     */
    Set<String> breakGlass();

    Directory directory();

    SignInSessions signInSessions();

    Passwords passwords();

    AuthenticationMethods authenticationMethods();

    InboxRules inboxRules();

    Mailboxes mailboxes();

    ConsentGrants consentGrants();

    Devices devices();

    SignInLog signInLog();

    DirectoryAudit directoryAudit();

    MailboxAudit mailboxAudit();

    AuditLogSearch auditLogSearch();

    AuditLogQueries auditLogQueries();

    MessageTrace messageTrace();

    RiskyUsers riskyUsers();

    SecurityAlerts securityAlerts();

    SecurityIncidents securityIncidents();

    SafeLinksReport safeLinksReport();

    SecureScores secureScores();

    MailSamples mailSamples();

    MailFlow mailFlow();

    ThreatHunting threatHunting();

    TracedMails tracedMails();

    Quarantine quarantine();

    ContentSearches contentSearches();

    MailCopies mailCopies();

    BlockList blockList();

    Submissions submissions();

    Notices notices();

    /** What can be given back. */
    Returns returns();

    /** Closes connections; requests under way end as interrupted. Idempotent. */
    @Override
    void close();
}
