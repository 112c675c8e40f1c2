package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mailbox as Exchange describes it.
 *
 * @param identity its Exchange GUID, or the name it was asked by when Exchange gave none
 * @param type {@code RecipientTypeDetails}: UserMailbox, SharedMailbox …
 * @param forwardingSmtpAddress where mail is forwarded, without {@code smtp:}
 * @param forwardingAddress an internal recipient mail is forwarded to, as Exchange prints it
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

    /** Whether any forwarding is set on the mailbox itself. */
    public boolean isForwarding() {
        return forwardingSmtpAddress.isPresent() || forwardingAddress.isPresent();
    }
}
