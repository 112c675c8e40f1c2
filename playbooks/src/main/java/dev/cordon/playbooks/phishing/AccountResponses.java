package dev.cordon.playbooks.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;

/** Responds to the accounts of those who clicked, an incident each that is linked with that of the click. One thread. */
public interface AccountResponses {
    /**
     * Opens an incident for each and starts it; returns as soon as each stands in the journal. Whoever has one that is linked already gets no
     * second one; where it was cut off, it is gone on with.
     */
    List<Standing> begin(List<Clicker> clickers) throws InterruptedException;

    /** How they stand once all that run have come to their end. */
    List<Standing> await() throws InterruptedException;

    /**
     * Somebody whose account is responded to.
     *
     * @param user his account
     * @param because why, a sentence
     */
    record Clicker(UserAccount user, String because) {
        public Clicker {
            requireNonNull(user, "user is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * How the response to an account stands.
     *
     * @param objectId whose account
     * @param user his sign-in name
     * @param incident its incident; empty where none could be opened
     * @param state where that stands
     * @param trouble what went wrong, a sentence; empty where nothing did
     */
    record Standing(
            String objectId,
            String user,
            Optional<IncidentId> incident,
            Optional<IncidentState> state,
            Optional<String> trouble) {
        public Standing {
            requireNonNull(objectId, "objectId is null");
            requireNonNull(user, "user is null");
            requireNonNull(incident, "incident is null");
            requireNonNull(state, "state is null");
            requireNonNull(trouble, "trouble is null");
        }

        /** Whether the attacker is out of the account, as far as it can be known. */
        public boolean isContained() {
            return state.map(where -> switch (where) {
                        case CONTAINED, VERIFIED, WATCHING, CLOSED, FALSE_POSITIVE -> true;
                        case OPEN, CONTAINING, REOPENED, NEEDS_OPERATOR -> false;
                    })
                    .orElse(false);
        }

        /** Whether every row of its sign-off was read true. */
        public boolean isVerified() {
            return state.map(where -> switch (where) {
                        case VERIFIED, WATCHING, CLOSED, FALSE_POSITIVE -> true;
                        case OPEN, CONTAINING, CONTAINED, REOPENED, NEEDS_OPERATOR -> false;
                    })
                    .orElse(false);
        }
    }
}
