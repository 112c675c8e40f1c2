package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.FileTrouble;
import dev.cordon.cli.command.Refusal;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.EvidenceDeletedException;
import dev.cordon.evidence.EvidenceHeldException;
import dev.cordon.evidence.attestation.SigningKeyException;
import dev.cordon.evidence.bag.BagNotGenuineException;
import dev.cordon.evidence.bag.NoBagException;
import dev.cordon.investigation.collection.CollectedElsewhereException;
import dev.cordon.investigation.collection.UnreadableProgressException;
import dev.cordon.investigation.lines.NoLineFileException;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.playbooks.yaml.MalformedFileException;
import dev.cordon.procedure.schedule.ClaimLostException;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import dev.cordon.response.RequestRefusedException;
import dev.cordon.store.StoreException;
import dev.cordon.store.codec.UnreadableEntryException;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the exceptions of the rooms mean to the person at the command line: one paragraph with the remedy, one exit code. */
final class Explanations {
    /** What is said of a fault of ours beside which something else goes on. */
    static final String UNFORESEEN =
            "Cordon failed, and that is Cordon's fault; cordon.log in the data folder says where.";

    private static final System.Logger LOG = System.getLogger(Explanations.class.getName());

    private Explanations() {}

    /** The refusal, or nothing where the exception is our fault. */
    static Optional<Refusal> explain(RuntimeException exception) {
        return Optional.ofNullable(
                switch (exception) {
                    case Refusal refusal -> refusal;
                    case RequestRefusedException e -> new Refusal(ExitCode.WRONG_USAGE, paragraph(e));
                    case TenantException e ->
                        new Refusal(exitCode(e.failure()), e.failure().paragraph());
                    case MalformedFileException e -> new Refusal(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
                    case MalformedLogFileException e ->
                        new Refusal(ExitCode.WRONG_USAGE, "The file cannot be imported. " + e.getMessage());
                    case NoLineFileException e ->
                        new Refusal(ExitCode.WRONG_USAGE, "The file cannot be judged. " + e.getMessage());
                    case StoreException e -> new Refusal(exitCode(e.reason()), String.valueOf(e.getMessage()));
                    case NoBagException e -> new Refusal(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
                    case BagNotGenuineException e -> new Refusal(ExitCode.NOT_GENUINE, String.valueOf(e.getMessage()));
                    case SigningKeyException e -> new Refusal(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
                    case EvidenceDeletedException e ->
                        new Refusal(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
                    case EvidenceHeldException e -> new Refusal(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
                    case EvidenceDamagedException e ->
                        new Refusal(ExitCode.NOT_GENUINE, String.valueOf(e.getMessage()));
                    case UnreadableEntryException e ->
                        new Refusal(ExitCode.NOT_GENUINE, String.valueOf(e.getMessage()));
                    case IncidentClaimedException e ->
                        new Refusal(ExitCode.NOT_WRITTEN, String.valueOf(e.getMessage()));
                    case ClaimLostException e -> new Refusal(ExitCode.NOT_WRITTEN, String.valueOf(e.getMessage()));
                    case CollectedElsewhereException e ->
                        new Refusal(
                                ExitCode.NOT_WRITTEN,
                                e.getMessage()
                                        + ". Nothing is lost: wait until it has ended, then run the command again.");
                    case UnreadableProgressException e ->
                        new Refusal(
                                ExitCode.NOT_GENUINE,
                                e.getMessage()
                                        + " What was collected stands. Run 'cordon evidence verify', which names it; a newer"
                                        + " version of Cordon may have written it. 'cordon incident collect ID --anew TEXT' leaves it and begins"
                                        + " anew.");
                    case UncheckedIOException e -> new Refusal(ExitCode.NOT_WRITTEN, paragraph(e));
                    default -> unforeseen(exception);
                });
    }

    private static @Nullable Refusal unforeseen(RuntimeException exception) {
        LOG.log(System.Logger.Level.ERROR, "nobody expected this", exception);
        return null;
    }

    // Who wrapped it may have said what was tried; else it repeats its cause.
    private static String paragraph(UncheckedIOException e) {
        String said = String.valueOf(e.getMessage());
        boolean isRepeated = e.getCause() == null || said.equals(e.getCause().toString());
        return (isRepeated ? "A file could not be written" : said) + ": " + FileTrouble.inWords(e)
                + ". Free some space or mend its permissions, then run the command again.";
    }

    private static String paragraph(RequestRefusedException e) {
        String lead = e.reason() == RequestRefusedException.Reason.NOT_CONFIRMED ? " Open: " : " It could be: ";
        String candidates = e.candidates().isEmpty() ? "" : lead + String.join("; ", e.candidates()) + ".";
        return e.getMessage() + candidates + " " + e.remedy();
    }

    private static ExitCode exitCode(Failure failure) {
        return failure.reason() == Failure.Reason.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.NOT_POSSIBLE;
    }

    private static ExitCode exitCode(StoreException.Reason reason) {
        return switch (reason) {
            case ADDRESS, EXPOSED, TWO_STORES, NO_FILES -> ExitCode.WRONG_USAGE;
            case UNREACHABLE, NOT_PERMITTED, VAULT_CLOSED, WRONG_PASSPHRASE -> ExitCode.NOT_POSSIBLE;
            case DAMAGED, SERVER_DAMAGED, KEY_DAMAGED, KEY_GONE -> ExitCode.NOT_GENUINE;
            case FULL, LOCKED, READ_ONLY, NEWER, FAILED, SERVER_FULL, SERVER_LOCKED, SERVER_READ_ONLY, SERVER_FAILED ->
                ExitCode.NOT_WRITTEN;
        };
    }
}
