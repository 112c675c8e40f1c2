package dev.cordon.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The store could not be read or written. What was acknowledged before is kept; what was being written may or may not be there. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public StoreException(Reason reason, String tried, @Nullable Throwable cause) {
        super(tried + " did not work: " + reason.meaning + detail(cause) + ". " + reason.remedy, cause);
        this.reason = requireNonNull(reason, "reason is null");
    }

    // What Java says of files is a bare path, and of what it wraps a class.
    private static String detail(@Nullable Throwable cause) {
        String said = switch (cause) {
            case FileAlreadyExistsException _ -> "a file of that name is in the way";
            case NoSuchFileException _ -> "it is not there";
            case FileSystemException refused -> refused.getReason();
            case SQLException refused -> refused.getMessage();
            case IOException told when told.getCause() == null -> told.getMessage();
            case null, default -> null;
        };
        return said == null || said.isBlank() ? "" : " (" + said + ")";
    }

    /** What a failed file operation means. */
    static StoreException of(String tried, Path path, Exception cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        Reason reason = Reason.FAILED;
        if (message.contains("no space left") || message.contains("disk full") || message.contains("quota")) {
            reason = Reason.FULL;
        } else if (cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException
                || message.contains("read-only")
                || message.contains("permission denied")
                || message.contains("operation not permitted")) {
            reason = Reason.READ_ONLY;
        }
        return new StoreException(reason, tried + " " + path, cause);
    }

    /** What was found in place of what should be there, in words. */
    String found() {
        String said = detail(getCause());
        return reason.meaning + said;
    }

    /** Why, as a code. */
    public Reason reason() {
        return reason;
    }

    /** What to do now, in a sentence. */
    public String remedy() {
        return reason.remedy;
    }

    /** Why the store could not be used. */
    public enum Reason {
        FULL("the disk is full", "Free some space and run 'cordon incident resume'; nothing acknowledged is lost."),
        LOCKED(
                "another program holds the database",
                "End the other program (a backup or a database browser, perhaps) and run the command again."),
        READ_ONLY(
                "the data folder may not be written",
                "Run as the folder's owner, or choose another folder with --data."),
        UNREACHABLE(
                "the database server cannot be reached",
                "Check that it runs, that its address (CORDON_STORE, or the file 'store' in the data folder) is right and that the"
                        + " network lets you through, then run the command again. Nothing acknowledged is lost."),
        NOT_PERMITTED(
                "the database server does not let this account in, or not do that",
                "Check user, database and password (in PGPASSWORD, in .pgpass, or in the address), and that the account may create"
                        + " and use tables in that database."),
        SERVER_FULL(
                "the disk of the database server is full",
                "Free some space there and run 'cordon incident resume'; nothing acknowledged is lost."),
        SERVER_LOCKED(
                "something else holds the database",
                "End the other program (a backup or an open session, perhaps) and run the command again."),
        SERVER_READ_ONLY(
                "the database server takes no changes",
                "It is a standby, or was set to read only: name the primary server in the address, or let its administrator end that."),
        SERVER_DAMAGED(
                "the database on the server is damaged",
                "Keep the server's files as they are, for they are evidence. Then restore a backup of the database, or go on with"
                        + " another database and another data folder (--data DIR), in which the tenants are added again."),
        SERVER_FAILED(
                "the database server refused it",
                "Give Cordon a PostgreSQL database (UTF8, version 14 or later) or a schema (?currentSchema=NAME) of its own; the"
                        + " server's log says more."),
        ADDRESS("the address cannot be used", "Write it as postgresql://USER@HOST:PORT/DATABASE."),
        EXPOSED(
                "a password that others can read is none",
                "Make the file its owner's alone (chmod 600), and change the password."),
        TWO_STORES(
                "it is not clear which of the two is meant",
                "Unset CORDON_STORE (or take the file 'store' out of the folder) to use the folder's own, or name another data"
                        + " folder with --data to use the server."),
        VAULT_CLOSED(
                "it is encrypted, and nobody gave the passphrase",
                "Set the passphrase in the environment variable CORDON_VAULT_PASSPHRASE, or run the command at a terminal, where you are"
                        + " asked."),
        WRONG_PASSPHRASE(
                "the passphrase is not the right one, or vault.key was changed",
                "Give the passphrase that was chosen last. Where it is certainly right, restore vault.key from a backup."),
        KEY_DAMAGED(
                "the file that keeps the key of the vault cannot be used",
                "Restore vault.key from a backup: without it nobody can read the exhibits."),
        KEY_GONE(
                "exhibits are encrypted, and vault.key, which keeps their key, is not there",
                "Restore vault.key from a backup: without it nobody can read those exhibits. Nothing was changed."),
        NO_FILES(
                "the vault of a store on a database server is not in files",
                "Let the server's administrator encrypt its disk and its backups. Nothing was changed."),
        DAMAGED(
                "cordon.db in the data folder is damaged",
                "Move the whole folder aside and keep it as it is, for it is evidence. Then restore a backup of it, or go on with"
                        + " another folder (--data DIR), in which the tenants are added again."),
        NEWER("it was written by a newer Cordon", "Use that newer version."),
        FAILED("the system refused it", "Check the disk and the folder's permissions, then run the command again.");

        private final String meaning;
        private final String remedy;

        Reason(String meaning, String remedy) {
            this.meaning = meaning;
            this.remedy = remedy;
        }

        /** Whether the vault is as it should be and only its passphrase is missing. */
        boolean isOfPassphrase() {
            return this == VAULT_CLOSED || this == WRONG_PASSPHRASE;
        }

        /** Whether somebody else was at the database for longer than anybody waits. */
        boolean isOfBusyDatabase() {
            return this == LOCKED || this == SERVER_LOCKED;
        }
    }
}
