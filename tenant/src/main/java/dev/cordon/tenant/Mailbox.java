package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mailbox as Exchange describes it.
 *
 * @param identity its Exchange GUID, or the name it was asked by when Exchange gave none
 * @param type {@code RecipientTypeDetails}: UserMailbox, SharedMailbox …
 * @param forwardingSmtpAddress where mail is forwarded, without {@code smtp:}
 * @param forwardingAddress a recipient of the directory mail is forwarded to, as Exchange prints it
 * @param deliversAndForwards whether a copy stays
 * @param sendOnBehalf who may send on behalf
 * @param refreshTokensValidFrom Exchange's own record of the last revocation; undocumented, often later than the directory's
 * @param auditEnabled whether mailbox auditing is on
 * @param changedAt when a setting of it or a right over it was last changed, by whomever
 */
public record Mailbox(
        String identity,
        String type,
        Optional<String> forwardingSmtpAddress,
        Optional<String> forwardingAddress,
        boolean deliversAndForwards,
        List<String> sendOnBehalf,
        Optional<Instant> refreshTokensValidFrom,
        Optional<Boolean> auditEnabled,
        Optional<Instant> changedAt) {
    public Mailbox {
        requireNonNull(identity, "identity is null");
        requireNonNull(type, "type is null");
        requireNonNull(forwardingSmtpAddress, "forwardingSmtpAddress is null");
        requireNonNull(forwardingAddress, "forwardingAddress is null");
        sendOnBehalf = List.copyOf(sendOnBehalf);
        requireNonNull(refreshTokensValidFrom, "refreshTokensValidFrom is null");
        requireNonNull(auditEnabled, "auditEnabled is null");
        requireNonNull(changedAt, "changedAt is null");
    }

    /** What forwarding is set on the mailbox itself: none, one or both. */
    public List<Forwarding> forwardings() {
        return Stream.concat(
                        forwardingSmtpAddress.map(to -> forwarding(Forwarding.Kind.SMTP_ADDRESS, to)).stream(),
                        forwardingAddress.map(to -> forwarding(Forwarding.Kind.RECIPIENT, to)).stream())
                .toList();
    }

    private Forwarding forwarding(Forwarding.Kind kind, String target) {
        return new Forwarding(identity, kind, target, deliversAndForwards);
    }
}
