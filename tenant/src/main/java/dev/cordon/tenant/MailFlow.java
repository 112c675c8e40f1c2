package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tenant-wide ways for mail to leave: an attacker with an administrator's rights uses them. They are disabled, never deleted. */
public interface MailFlow {
    /** Every transport rule, connector and remote domain. */
    Reading<List<MailRoute>> fetchRoutes();

    /**
     * Stops it from acting and keeps it: a transport rule and a connector are disabled, a remote domain forwards no longer by itself.
     * Idempotent; repeated by itself; what is disabled already is a receipt that says so.
     */
    Receipt disable(MailRoute route);

    /**
     * One way for mail to be turned, copied or let out. Its name is untrusted text.
     *
     * @param kind what it is
     * @param id its identity or GUID
     * @param name its name
     * @param enabled whether it acts
     * @param recipients addresses or hosts that it redirects, copies or sends to
     * @param description what it does: the settings that decide about mail, in Exchange's words; for comparing, not for showing
     * @param changedAt when it was last changed
     */
    record MailRoute(
            Kind kind,
            String id,
            String name,
            boolean enabled,
            List<String> recipients,
            String description,
            Optional<Instant> changedAt) {
        public MailRoute {
            requireNonNull(kind, "kind is null");
            requireNonNull(id, "id is null");
            requireNonNull(name, "name is null");
            recipients = List.copyOf(recipients);
            requireNonNull(description, "description is null");
            requireNonNull(changedAt, "changedAt is null");
        }
    }

    /** What can turn mail. */
    enum Kind {
        TRANSPORT_RULE,
        INBOUND_CONNECTOR,
        OUTBOUND_CONNECTOR,
        REMOTE_DOMAIN
    }
}
