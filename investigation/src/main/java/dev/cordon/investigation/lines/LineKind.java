package dev.cordon.investigation.lines;

/** What the lines of a file are. */
public enum LineKind {
    /** Graph's {@code messageRule}. */
    INBOX_RULE,
    /** Graph's {@code signIn}. */
    SIGN_IN,
    /** Graph's {@code oAuth2PermissionGrant} and {@code appRoleAssignment}. */
    CONSENT
}
