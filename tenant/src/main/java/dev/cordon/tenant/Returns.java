package dev.cordon.tenant;

/** What can be given back after it was removed, kind by kind. */
public interface Returns {
    /** Inbox rules: visible ones through Graph where the caller may, hidden and sweep rules through Exchange. */
    Returnable inboxRules();

    /** Forwarding of the mailbox. Permission: the role Exchange Administrator. */
    Returnable forwarding();
}
