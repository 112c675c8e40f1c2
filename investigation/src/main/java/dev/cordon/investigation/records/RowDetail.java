package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a row says beyond its {@link LogRecord}. It is not stored: whoever needs it reads the exhibit again. Texts are untrusted, empty
 * where the row has none, and cut where they are long.
 *
 * @param mailbox whose mailbox it is about: the owner's sign-in name, or the mailbox's id
 * @param mailboxId the mailbox's id, also where its owner is named
 * @param token the id of the token that was used
 * @param device the id of the device
 * @param application the id of the application that was used
 * @param principal who acted, by a name that nobody chooses for himself: in the directory's audit the user's sign-in name; of an application that
 *     acted or signed in by itself its service principal's object id
 * @param userType what kind of actor the audit log calls him, as it spells it
 * @param mail what it says of mail
 * @param settings the parameters of a command, the properties of an operation and the new values of what it changed, of one on files what kind of
 *     thing it is and with whom it was shared, of one in the directory what people call its target; names in lower case
 * @param targets what it was done to, by every name the row has for it
 * @param query what was searched for
 * @param directory what it says of an act in the directory
 * @param trace what it says of a mail on its way
 * @param audit what it says of who acted and of what was there before
 */
public record RowDetail(
        String mailbox,
        String mailboxId,
        String token,
        String device,
        String application,
        String principal,
        String userType,
        MailDetail mail,
        Map<String, String> settings,
        List<String> targets,
        String query,
        DirectoryDetail directory,
        TraceDetail trace,
        AuditDetail audit) {
    /** The setting under which stands what people call the target of an act in the directory. */
    public static final String TARGET_NAME = "target.displayname";

    /** The setting under which stands the folder on which somebody got rights. */
    public static final String SHARED_FOLDER = "memberfolder";

    /** Of a row that says no more. */
    public static final RowDetail NONE = new RowDetail(
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            MailDetail.NONE,
            Map.of(),
            List.of(),
            "",
            DirectoryDetail.NONE,
            TraceDetail.NONE,
            AuditDetail.NONE);

    /** Of a row that says something of an act in the directory. */
    static RowDetail of(
            DirectoryDetail directory,
            String application,
            String principal,
            Map<String, String> settings,
            List<String> targets,
            AuditDetail audit) {
        return new RowDetail(
                "",
                "",
                "",
                "",
                application,
                principal,
                "",
                MailDetail.NONE,
                settings,
                targets,
                "",
                directory,
                TraceDetail.NONE,
                audit);
    }

    /** Of a row that says something of a mail on its way. */
    static RowDetail of(TraceDetail trace) {
        return new RowDetail(
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                MailDetail.NONE,
                Map.of(),
                List.of(),
                "",
                DirectoryDetail.NONE,
                trace,
                AuditDetail.NONE);
    }

    public RowDetail {
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(mailboxId, "mailboxId is null");
        requireNonNull(token, "token is null");
        requireNonNull(device, "device is null");
        requireNonNull(application, "application is null");
        requireNonNull(principal, "principal is null");
        requireNonNull(userType, "userType is null");
        requireNonNull(mail, "mail is null");
        settings = Map.copyOf(settings);
        targets = List.copyOf(targets);
        requireNonNull(query, "query is null");
        requireNonNull(directory, "directory is null");
        requireNonNull(trace, "trace is null");
        requireNonNull(audit, "audit is null");
    }
}
