package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import java.util.Optional;

/**
 * Something that the attacker touched, with the incident in which it would be dealt with. It is offered and never opened by itself.
 *
 * @param touched what he touched
 * @param account the account that incident is or would be about, as a command takes it; empty where the rows name none that a command takes
 * @param incident the incident of that account that is there and not ended
 * @param from the incident in whose rows it was found
 */
public record Offer(Touched touched, Optional<String> account, Optional<IncidentId> incident, IncidentId from) {
    public Offer {
        requireNonNull(touched, "touched is null");
        requireNonNull(account, "account is null");
        requireNonNull(incident, "incident is null");
        requireNonNull(from, "from is null");
    }

    /** The command that opens the incident, linked with this one, or shows the one that is there; empty where nobody knows whose it is. */
    public Optional<String> command() {
        return incident.map(there -> "cordon incident show " + there)
                .or(() -> account.map(name -> "cordon respond compromised-account " + name + " --linked-with " + from));
    }
}
