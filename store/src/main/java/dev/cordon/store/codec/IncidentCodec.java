package dev.cordon.store.codec;

import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;

/** How an incident is stored when it is opened. */
final class IncidentCodec {
    private IncidentCodec() {}

    static Facts encode(Incident incident) {
        return new Facts()
                .text("id", incident.id())
                .word("type", incident.type())
                .text("tenant", incident.tenant())
                .object(
                        "account",
                        new Facts()
                                .text("objectId", incident.account().objectId())
                                .text("userPrincipalName", incident.account().userPrincipalName())
                                .text("displayName", incident.account().displayName()))
                .word("severity", incident.severity())
                .word("detectedBy", incident.detectedBy())
                .text("detectedAt", incident.detectedAt())
                .text("openedAt", incident.openedAt())
                .word("attack", incident.attack())
                .truth("drill", incident.drill());
    }

    static Incident decode(FactReader facts) {
        FactReader account = facts.object("account");
        return new Incident(
                facts.value("id", IncidentId::new),
                facts.word("type", IncidentType.class),
                facts.text("tenant"),
                new Account(account.text("objectId"), account.text("userPrincipalName"), account.text("displayName")),
                facts.word("severity", Severity.class),
                facts.word("detectedBy", DetectionSource.class),
                facts.instant("detectedAt"),
                facts.instant("openedAt"),
                facts.word("attack", AttackActivity.class),
                facts.truth("drill"));
    }
}
