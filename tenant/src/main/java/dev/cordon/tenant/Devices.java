package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Devices registered to or owned by a user, in the directory. A device keeps its own way in across a password reset. Telephones that
 * synchronise the mailbox are Exchange's: {@link Mailboxes#fetchMobileDevices}.
 */
public interface Devices {
    /** Registered and owned devices, each once. */
    Reading<List<Device>> fetchDevices(String objectId);

    /**
     * A device.
     *
     * @param id the directory object id
     * @param displayName its name: untrusted text
     * @param operatingSystem as reported by the device
     * @param trustType AzureAd, ServerAd or Workplace
     * @param registeredAt when it was registered
     * @param enabled whether it may be used to sign in
     * @param managed whether it is managed
     * @param compliant whether it is compliant
     */
    record Device(
            String id,
            String displayName,
            String operatingSystem,
            String trustType,
            Optional<Instant> registeredAt,
            boolean enabled,
            boolean managed,
            boolean compliant) {
        public Device {
            requireNonNull(id, "id is null");
            requireNonNull(displayName, "displayName is null");
            requireNonNull(operatingSystem, "operatingSystem is null");
            requireNonNull(trustType, "trustType is null");
            requireNonNull(registeredAt, "registeredAt is null");
        }
    }
}
