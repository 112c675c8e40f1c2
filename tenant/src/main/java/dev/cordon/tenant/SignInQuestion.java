package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which rows of the sign-in log are wanted.
 *
 * @param event the kind of sign-in; each is a listing of its own
 * @param whose whose, or from where
 * @param from the first moment, counted in seconds
 * @param until the last moment, counted in seconds, after {@code from}
 */
public record SignInQuestion(Event event, Whose whose, Instant from, Instant until) {
    public SignInQuestion {
        requireNonNull(event, "event is null");
        requireNonNull(whose, "whose is null");
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
        }
        if (event == Event.SERVICE_PRINCIPAL && whose instanceof Whose.User) {
            throw new IllegalArgumentException("No user signs in as a service principal");
        }
    }

    /** Microsoft's {@code signInEventTypes}. */
    public enum Event {
        INTERACTIVE_USER,
        NON_INTERACTIVE_USER,
        SERVICE_PRINCIPAL
    }

    /** Whose sign-ins. */
    public sealed interface Whose {
        /** Everybody's. */
        record Everybody() implements Whose {}

        /** A user's. */
        record User(String objectId) implements Whose {
            public User {
                requireNonNull(objectId, "objectId is null");
            }
        }

        /** To an application, or by it. */
        record Application(String appId) implements Whose {
            public Application {
                requireNonNull(appId, "appId is null");
            }
        }

        /** Everybody's from exactly this address, as the log spells it. */
        record Address(String ipAddress) implements Whose {
            public Address {
                requireNonNull(ipAddress, "ipAddress is null");
            }
        }
    }
}
