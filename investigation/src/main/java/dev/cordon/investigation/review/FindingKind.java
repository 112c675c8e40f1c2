package dev.cordon.investigation.review;

/** What a finding is about; the first as in the decision file. */
public enum FindingKind {
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
    REMOTE_DOMAIN,
    APP_CREDENTIAL,
    APP_PERMISSION,
    APP_REGISTERED,
    ACCOUNT_CREATED,
    STRONG_AUTHENTICATION_CHANGE,
    PASSWORD_SPRAY,
    SIGN_IN,
    AUDIT_CHANGE,
    MAIL_ACCESS,
    SHARING_LINK
}
