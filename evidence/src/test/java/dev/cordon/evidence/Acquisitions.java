package dev.cordon.evidence;

import dev.cordon.incident.IncidentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Fixtures: bytes on their way into the vault. */
public final class Acquisitions {
    public static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    public static final IncidentId OTHER_INCIDENT = new IncidentId("INC-20260302-W8RT");
    public static final Instant ACQUIRED_AT = Instant.parse("2026-03-02T08:00:05Z");

    private Acquisitions() {}

    /** One inbox rule with a name that tries to be more than a name. */
    public static Acquisition inboxRules() {
        return of("inbox-rules", "{\"value\":[{\"displayName\":\"\\u001b[2J'; DROP TABLE custody;--\"}]}");
    }

    public static Acquisition of(String kind, String text) {
        return new Acquisition(
                kind,
                "8f0c2c1e-1111-4222-8333-944445555666",
                "GET graph/users/8f0c2c1e/mailFolders/inbox/messageRules",
                Optional.of("request-1"),
                ACQUIRED_AT,
                "application/json",
                text.getBytes(StandardCharsets.UTF_8));
    }
}
