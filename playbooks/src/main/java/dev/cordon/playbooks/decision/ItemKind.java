package dev.cordon.playbooks.decision;

/** The kinds of things that are kept or removed, spelled as the decision file spells them. */
public enum ItemKind {
    INBOX_RULE,
    FORWARDING,
    DELEGATE,
    FOLDER_PERMISSION,
    CALENDAR_PUBLISHING,
    AUTHENTICATION_METHOD,
    CONSENT,
    APP_ROLE_ASSIGNMENT,
    DEVICE,
    AUTO_REPLY,
    ROLE,
    TRANSPORT_RULE,
    CONNECTOR,
    REMOTE_DOMAIN
}
