package dev.cordon.investigation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What delegated permissions add up to.
 *
 * @param names the permissions, lower-case
 */
public record Scopes(List<String> names) {
    private static final Pattern DIRECTORY = Pattern.compile(
            "(directory\\.accessasuser\\.all|directory\\.readwrite\\.all|rolemanagement\\.readwrite\\..*|application\\.readwrite\\..*"
                    + "|approleassignment\\.readwrite\\.all|user\\.readwrite\\.all|userauthenticationmethod\\.readwrite\\.all"
                    + "|policy\\.readwrite\\..*|user_impersonation)");
    private static final Pattern MAIL = Pattern.compile(
            "(mail\\.(read|readwrite|send)(\\.shared|\\.all)?|mailboxsettings\\..*|ews\\.accessasuser\\.all"
                    + "|imap\\.accessasuser\\.all|pop\\.accessasuser\\.all|smtp\\.send|exchange\\.manage.*|full_access_as_user)");
    private static final Pattern CONTENT =
            Pattern.compile("(contacts|people|files|notes|sites|chat|channelmessage)\\..*");
    private static final Set<String> TOOLKIT = Set.of(
            "contacts.read",
            "user.read",
            "mail.read",
            "notes.read.all",
            "mailboxsettings.readwrite",
            "files.readwrite.all",
            "mail.send",
            "files.read",
            "files.read.all",
            "mail.readwrite");

    public Scopes {
        names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether one of them changes the directory, or acts with all of the user's rights. */
    public boolean changesDirectory() {
        return any(DIRECTORY);
    }

    /** Whether one of them reads, sends or settles mail. */
    public boolean usesMail() {
        return any(MAIL);
    }

    /** Whether one of them reads files, notes, chats or contacts. */
    public boolean readsContent() {
        return any(CONTENT);
    }

    /** Whether they work while the user is away. */
    public boolean staysOffline() {
        return names.contains("offline_access");
    }

    /** Whether any of these is among them. */
    public boolean isRisky() {
        return changesDirectory() || usesMail() || readsContent();
    }

    /** Whether they are as many as attack toolkits ask for. */
    public boolean takesEverything() {
        return names.stream().filter(TOOLKIT::contains).count() > 5;
    }

    private boolean any(Pattern pattern) {
        return names.stream().anyMatch(name -> pattern.matcher(name).matches());
    }
}
