package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.VerificationDocument;
import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.bag.BagVerifier;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Verification;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence verify}: reads everything again, of the store or of an export, and compares it with its hashes and anchors. */
public final class EvidenceVerifyCommand implements Command {
    private final Desks desks;

    public EvidenceVerifyCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence verify";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "Prove that no exhibit, journal or custody entry was changed or cut off.")
                .addPositional(Arguments.optionalParameter(
                        0,
                        "PATH",
                        "An export, as a folder or a zip file: it is verified by itself, without a data folder. The whole store if"
                                + " absent."))
                .addOption(Vouching.trust());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        return invocation.arguments().hasMatchedPositional(0) ? export(invocation) : store(invocation);
    }

    private static ExitCode export(Invocation invocation) {
        BagVerification bag = BagVerifier.verify(
                path(invocation.arguments().matchedPositionalValue(0, "")), Vouching.trusted(invocation));
        if (invocation.options().json()) {
            invocation.write(VerificationDocument.of(bag));
        } else {
            show(bag, invocation.screen());
        }
        return code(invocation, bag.verification());
    }

    private static ExitCode code(Invocation invocation, Verification verification) {
        if (!verification.ok()) {
            return ExitCode.NOT_GENUINE;
        }
        return Vouching.isDisbelieved(invocation, verification.attestations()) ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, "\"" + text + "\" is no path: " + e.getReason() + ".");
        }
    }

    private static void show(BagVerification bag, Screen screen) {
        Verification verification = bag.verification();
        found(verification, screen);
        screen.paragraph(
                bag.ok() ? Tone.GOOD : Tone.BAD,
                (bag.ok() ? "Genuine as far as it can show by itself: " : "NOT GENUINE: ")
                        + Amount.of(bag.files(), "file", "files") + ", "
                        + Amount.of(verification.exhibits(), "exhibit", "exhibits") + ", "
                        + Amount.of(verification.journalEntries(), "journal entry", "journal entries") + " and "
                        + Amount.of(verification.custodyEntries(), "custody entry", "custody entries")
                        + " were read again"
                        + (bag.placesOnly() == 0
                                ? ", "
                                : ", of " + Amount.of(bag.placesOnly(), "more entry", "more entries")
                                        + " of both logs the place in the chain, ")
                        + Amount.of(verification.faults().size(), "fault", "faults") + ".");
        notVouchedFor(verification, screen);
        bag.tagManifest()
                .ifPresent(digest -> screen.paragraph(
                        Tone.PLAIN,
                        "Compare this digest with what the maker of the export tells you by another way: tagmanifest-sha256.txt "
                                + digest + ". Only that shows that no file and no list was made anew."));
    }

    private ExitCode store(Invocation invocation) {
        Verification verification = desks.verify(invocation.options(), Vouching.trusted(invocation));
        if (invocation.options().json()) {
            invocation.write(VerificationDocument.of(verification));
        } else {
            show(verification, invocation.screen());
        }
        return verification.faults().isEmpty() && verification.notRead() > 0
                ? ExitCode.NOT_POSSIBLE
                : code(invocation, verification);
    }

    private static void found(Verification verification, Screen screen) {
        verification.faults().forEach(fault -> screen.paragraph(Tone.BAD, line(fault)));
        verification
                .remarks()
                .forEach(remark -> screen.paragraph(Tone.CAUTION, remark.path() + ": " + remark.meaning()));
        verification.inProgress().forEach(work -> screen.paragraph(Tone.CAUTION, work.path() + ": " + work.text()));
        Vouching.show(verification.attestations(), screen);
    }

    private static void notVouchedFor(Verification verification, Screen screen) {
        if (!verification.notVouchedFor().isEmpty()) {
            screen.paragraph(
                    Tone.PLAIN,
                    "Not vouched for, since nothing else says what it was: "
                            + verification.notVouchedFor().stream()
                                    .map(unvouched -> unvouched.path() + " (" + unvouched.meaning() + ")")
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
    }

    private static void show(Verification verification, Screen screen) {
        found(verification, screen);
        if (verification.notRead() > 0) {
            screen.paragraph(
                    Tone.BAD,
                    Amount.of(verification.notRead(), "file of the vault is", "files of the vault are")
                            + " encrypted and could not be read without the right passphrase: nothing is known of what is in there. Set CORDON_VAULT_PASSPHRASE, or run this at a terminal.");
        }
        screen.paragraph(
                !verification.ok() ? Tone.BAD : verification.inProgress().isEmpty() ? Tone.GOOD : Tone.CAUTION,
                verdict(verification) + Amount.of(verification.exhibits(), "exhibit", "exhibits") + ", "
                        + Amount.of(verification.journalEntries(), "journal entry", "journal entries") + ", "
                        + Amount.of(verification.custodyEntries(), "custody entry", "custody entries") + ", "
                        + Amount.of(verification.reportFiles(), "report file", "report files") + " and "
                        + Amount.of(verification.records(), "row of logs", "rows of logs") + " were read again, "
                        + Amount.of(verification.faults().size(), "fault", "faults") + ".");
        notVouchedFor(verification, screen);
    }

    private static String verdict(Verification verification) {
        if (!verification.faults().isEmpty()) {
            return "NOT GENUINE: ";
        }
        if (verification.notRead() > 0) {
            return "NOT WHOLLY READ: ";
        }
        return verification.inProgress().isEmpty()
                ? "Genuine: "
                : "Genuine as far as it is written, "
                        + verification.inProgress().size() + " in progress: ";
    }

    private static String line(Fault fault) {
        return fault.path().or(fault::entry).orElse("") + ": " + fault.meaning() + " Expected " + fault.expected()
                + ", found " + fault.actual() + ".";
    }
}
