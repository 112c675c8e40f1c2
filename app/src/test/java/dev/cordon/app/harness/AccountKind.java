package dev.cordon.app.harness;

import java.util.Optional;
import java.util.Set;

/** What the attacked account is. */
enum AccountKind {
    MANAGED,
    ADMINISTRATOR,
    /** Synchronised, and passwords are not written back. */
    HASH_SYNC,
    /** Synchronised, and passwords are written back. */
    WRITE_BACK,
    GUEST,
    SHARED_MAILBOX,
    /** Two or three people at the same time. */
    SEVERAL,
    /** Of a domain whose passwords live with an identity provider. */
    FEDERATED,
    /** Kept for the day on which nobody else gets in; another one is there. */
    BREAK_GLASS,
    /** The account of the operator himself. */
    OPERATOR,
    /** The mailbox of a room or a piece of equipment. */
    RESOURCE_MAILBOX;

    boolean hasMailbox() {
        return this != GUEST && this != BREAK_GLASS;
    }

    boolean hasMethods() {
        return this != GUEST && !isNobodysOwn();
    }

    /** Whether nobody should sign in to it at all. */
    boolean isNobodysOwn() {
        return this == SHARED_MAILBOX || this == RESOURCE_MAILBOX;
    }

    /** Whether anything may be written to it from here. */
    boolean isForUs() {
        return this != OPERATOR;
    }

    /** The open tasks that name its branch. */
    Set<String> tasks() {
        return switch (this) {
            case MANAGED, SEVERAL -> Set.of();
            case ADMINISTRATOR -> Set.of("circumstance-administrator");
            case HASH_SYNC, WRITE_BACK -> Set.of("circumstance-synchronised", "reset-elsewhere");
            case GUEST -> Set.of("circumstance-guest", "reset-elsewhere");
            case SHARED_MAILBOX -> Set.of("circumstance-shared-mailbox");
            case FEDERATED -> Set.of("circumstance-federated", "reset-elsewhere");
            case BREAK_GLASS -> Set.of("circumstance-break-glass", "circumstance-administrator");
            case OPERATOR -> Set.of("circumstance-operator-himself", "act-by-another");
            case RESOURCE_MAILBOX -> Set.of("circumstance-resource-mailbox");
        };
    }

    /** Whether its sign-in must be blocked, or must not; empty where either will do. */
    Optional<Boolean> mustBeBlocked() {
        return switch (this) {
            case FEDERATED, HASH_SYNC, SHARED_MAILBOX, RESOURCE_MAILBOX -> Optional.of(true);
            case BREAK_GLASS, OPERATOR -> Optional.of(false);
            case MANAGED, ADMINISTRATOR, WRITE_BACK, GUEST, SEVERAL -> Optional.empty();
        };
    }
}
