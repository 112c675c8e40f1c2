package dev.cordon.playbooks.preflight;

/** What makes an account different, each with its own branch before any write. */
public enum Circumstance {
    /** A guest: the revoke reaches only this tenant, and the password lives in another one. */
    GUEST,
    /** Synchronised from an on-premises directory: the password may live there, and a block here is undone by the next synchronisation. */
    SYNCHRONISED,
    /** The domain is federated: the password lives with the identity provider. */
    FEDERATED,
    /** The mailbox is shared: it is used through delegates, and its own sign-in should be blocked. */
    SHARED_MAILBOX,
    /** The mailbox belongs to a room or a piece of equipment: devices may sign in with it, people should not. */
    RESOURCE_MAILBOX,
    /** There is no mailbox here; mailbox steps do not apply. */
    NO_MAILBOX,
    /** It is already blocked, by whomever. */
    ALREADY_BLOCKED,
    /** The operator is the target: his own sign-in would end in the middle. */
    OPERATOR_HIMSELF,
    /** It was listed as a break-glass account: kept for the day on which nobody else gets in. */
    BREAK_GLASS,
    /** It is the last enabled Global Administrator: blocking it can lock everybody out. */
    LAST_GLOBAL_ADMINISTRATOR,
    /** It holds an administrator's role. */
    ADMINISTRATOR,
    /** We may not act on it. */
    PROTECTED
}
