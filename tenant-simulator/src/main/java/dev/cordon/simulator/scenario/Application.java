package dev.cordon.simulator.scenario;

import java.util.List;

/** The app registration the client signs in with: what it was consented to, and the directory roles of its principal. */
public record Application(Profile profile, List<String> permissions, List<RoleHolding> roles) {

    /** Copies the lists. {@code permissions} is only filled for the profile {@code LISTED}. */
    public Application {
        permissions = List.copyOf(permissions);
        roles = List.copyOf(roles);
    }

    /** Which permissions were consented to. */
    public enum Profile {
        /** Nothing. */
        NONE,
        /** The reading profile of the wire reference, section 1.1. */
        READ_ONLY,
        /** Reading and responding, sections 1.1 and 1.2, with the optional permissions. */
        RESPOND,
        /** Exactly the permissions named in the scenario. */
        LISTED
    }
}
