package dev.cordon.response;

import dev.cordon.incident.Word;
import dev.cordon.investigation.review.ReviewFinding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The ids of one review's findings: the same for the same thing in every review, so that an answer is found again. One thread. */
final class FindingIds {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Set<String> given = new HashSet<>();

    /** The id of the next finding, such as {@code F-7K2QW9XA}; two of one name are numbered. */
    String next(ReviewFinding finding) {
        String text = Word.of(finding.kind()) + "\n" + name(finding).toLowerCase(Locale.ROOT);
        for (int number = 1; ; number++) {
            String id = "F-" + letters(text + "\n" + number);
            if (given.add(id)) {
                return id;
            }
        }
    }

    /** Whether a finding got that id. */
    boolean contain(String id) {
        return given.contains(id);
    }

    /** What stays the same about it: whoever goes on clicking or is named later makes no other thing of it. */
    private static String name(ReviewFinding finding) {
        return switch (finding.kind()) {
            case SECURITY_INCIDENT -> finding.recordIds().getFirst();
            case PHISHING_CLICK, PASSWORD_SPRAY, SECURE_SCORE -> finding.subject();
            case INBOX_RULE,
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
                    SIGN_IN,
                    AUDIT_CHANGE,
                    MAIL_ACCESS,
                    SHARING_LINK -> finding.subject() + "\n" + finding.account();
        };
    }

    private static String letters(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                letters.append(LETTERS.charAt(digest[i] & 31));
            }
            return letters.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }
}
