package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.RowDetail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of a log with the exhibit that proves it.
 *
 * @param exhibit the sealed file it stands in
 * @param record the row
 * @param detail what it says beyond that
 */
public record EvidenceRow(ExhibitId exhibit, LogRecord record, RowDetail detail) {
    /** In order of time; those of one moment by their log and id, so that the order they came in is forgotten. */
    static final Comparator<EvidenceRow> IN_TIME = Comparator.comparing((EvidenceRow row) -> row.record.at())
            .thenComparing(row -> row.record.log())
            .thenComparing(row -> row.record.id());

    private static final Pattern DISPLAY_NAME = Pattern.compile("(?i)^displayname=([^;]*).*$");
    private static final Pattern OF_ROLE = Pattern.compile("\\bmember (to|from) role\\b");
    private static final Pattern SIGN_IN_NAME = Pattern.compile("[^\\s/@:]+@[^\\s/@:]+");

    public EvidenceRow {
        requireNonNull(exhibit, "exhibit is null");
        requireNonNull(record, "record is null");
        requireNonNull(detail, "detail is null");
    }

    String actor() {
        return Names.plain(record.actor());
    }

    String address() {
        return Places.outside(record.address());
    }

    String session() {
        return Names.plain(record.session());
    }

    String token() {
        return Names.plain(detail.token());
    }

    String device() {
        return Names.plain(detail.device());
    }

    /** The id of the application that was used. */
    String client() {
        return Names.plain(detail.application());
    }

    /** Who acted, by a name that nobody chooses for himself. */
    String principal() {
        return Names.plain(detail.principal());
    }

    /**
     * The person who acted, by his sign-in name; empty text where it was none, or where the row might show a name that anybody can give to an
     * application or an account.
     */
    String person() {
        if (isOfApplication()) {
            return "";
        }
        return record.log() == LogRecord.Log.DIRECTORY_AUDIT ? principal() : actor();
    }

    /** Without the dot that operations of the directory end with, in lower case. */
    String operation() {
        String plain = record.operation().strip().toLowerCase(Locale.ROOT);
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    boolean isSignIn() {
        return record.log() == LogRecord.Log.SIGN_INS || isSignIn(record.operation());
    }

    /** Whether an operation, as a log spells it, is a sign-in, refused or not. */
    static boolean isSignIn(String operation) {
        String plain = operation.strip().toLowerCase(Locale.ROOT);
        return plain.equals("userloggedin") || plain.equals("userloginfailed") || plain.startsWith("sign-in");
    }

    /** Whether an application signed in or acted by itself. */
    boolean isOfApplication() {
        return record.operation().equals(LogRecord.APPLICATIONS_SIGN_IN)
                || detail.directory().byApplication();
    }

    boolean isTrace() {
        return record.log() == LogRecord.Log.MESSAGE_TRACE;
    }

    /** Whether it may tell whose a place or a session is: a mail on its way knows no person, and a judgement is not an act. */
    boolean tellsOfHands() {
        return switch (record.log()) {
            case AUDIT_LOG, SIGN_INS, DIRECTORY_AUDIT -> true;
            case MESSAGE_TRACE, RISK_DETECTIONS, ALERTS -> false;
        };
    }

    /** To whom a mail went; where the exhibit says no more, as the stored row has it. */
    List<String> recipients() {
        List<String> named = detail.trace().recipients();
        return named.isEmpty() && isTrace() && !record.object().isBlank() ? List.of(record.object()) : named;
    }

    /** What ties it to the other rows of its act. */
    String correlation() {
        return Names.plain(detail.directory().correlation());
    }

    /** Whether it did not work. Of a refused sign-in the log may say that writing the row succeeded: there its name decides. */
    boolean failed() {
        return record.outcome() == LogRecord.Outcome.FAILED || operation().equals("userloginfailed");
    }

    /** Whose mailbox a command or a rule changed, where the row names him by his sign-in name; empty text otherwise. */
    String changedMailbox() {
        return Stream.of(
                        detail.settings().getOrDefault("identity", ""),
                        detail.settings().getOrDefault("mailbox", ""),
                        record.object())
                .map(EvidenceRow::owner)
                .filter(name -> SIGN_IN_NAME.matcher(name).matches())
                .findFirst()
                .orElse("");
    }

    /**
     * What an operation of the directory was done to, an application or a device: some rows name the account as their object, and the thing
     * among what they say beyond it. Of a right it is the application that got it, not the interface that the row names as its target.
     */
    String thing() {
        Map<String, String> settings = detail.settings();
        List<String> names =
                new ArrayList<>(List.of(holder(), settings.getOrDefault(RowDetail.TARGET_NAME, ""), record.object()));
        names.addAll(detail.targets());
        names.add(settings.getOrDefault("displayname", ""));
        names.add(DISPLAY_NAME.matcher(settings.getOrDefault("app", "")).replaceFirst("$1"));
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !SIGN_IN_NAME.matcher(name).matches())
                .findFirst()
                .orElse(record.object());
    }

    /** Which application a right was given to: by its name where the row has it, else by its object id. Empty text where the row tells of no right. */
    String holder() {
        return Stream.of("serviceprincipal.displayname", "serviceprincipal.name", "serviceprincipal.objectid")
                .map(property -> unquoted(detail.settings().getOrDefault(property, "")))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Which role a row of the unified audit log tells was given or taken, by the name people read where it has it; empty text where it tells of none. */
    String role() {
        return Stream.of("role.displayname", "role.templateid", "role.objectid", "role.wellknownobjectname")
                .map(property -> unquoted(detail.settings().getOrDefault(property, "")))
                .filter(name -> !name.isEmpty() && !name.equals("null"))
                .findFirst()
                .orElse("");
    }

    /** Whether a log of the directory's acts tells in it that a role was given, taken, or meant to be. */
    boolean isOfRole() {
        return switch (record.log()) {
            case AUDIT_LOG, DIRECTORY_AUDIT -> OF_ROLE.matcher(operation()).find();
            case SIGN_INS, MESSAGE_TRACE, RISK_DETECTIONS, ALERTS -> false;
        };
    }

    /** Who got or lost that role: a person by his sign-in name, anything else by its name. */
    String roleHolder() {
        return SIGN_IN_NAME.matcher(record.object().strip()).matches() ? Names.plain(record.object()) : thing();
    }

    /** Whether the unified audit log tells in it of an act in the directory. */
    boolean isAuditOfDirectory() {
        return record.log() == LogRecord.Log.AUDIT_LOG
                && Names.plain(record.workload()).equals("azureactivedirectory")
                && !isSignIn();
    }

    /** The directory's own log writes texts as JSON. */
    private static String unquoted(String value) {
        String plain = value.strip();
        boolean quoted = plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"");
        return quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
    }

    /** A rule is named with its mailbox before a backslash, a folder behind {@code :\}. */
    private static String owner(String named) {
        int end = named.indexOf('\\');
        String owner = Names.plain(end < 0 ? named : named.substring(0, end));
        return owner.endsWith(":") ? owner.substring(0, owner.length() - 1) : owner;
    }

    /** The owner of the mailbox it is about: the actor himself where it does not say. */
    String mailbox() {
        return detail.mailbox().isBlank() ? actor() : Names.plain(detail.mailbox());
    }
}
