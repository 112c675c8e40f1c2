package dev.cordon.response;

import dev.cordon.incident.Word;

/** What a review of a tenant reads. */
enum ReviewSource {
    /** Incidents of Microsoft Defender. */
    SECURITY_INCIDENTS,
    SECURE_SCORE,
    /** Clicks that Safe Links saw. */
    SAFE_LINKS,
    DIRECTORY_AUDIT,
    SIGN_INS,
    /** Sign-ins by programs for a user. */
    SIGN_INS_NON_INTERACTIVE,
    AUDIT_LOG;

    /** As the documents spell it. */
    String word() {
        return Word.of(this);
    }
}
