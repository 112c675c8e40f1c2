package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.VerificationDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Verification;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence verify}: reads everything again and compares it with its hashes and anchors. */
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
        return Arguments.specification(this, "Prove that no exhibit, journal or custody entry was changed or cut off.");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Verification verification = desks.verify(invocation.options());
        if (invocation.options().json()) {
            invocation.write(VerificationDocument.of(verification));
        } else {
            show(verification, invocation.screen());
        }
        return verification.ok() ? ExitCode.DONE : ExitCode.NOT_GENUINE;
    }

    private static void show(Verification verification, Screen screen) {
        verification.faults().forEach(fault -> screen.paragraph(Tone.BAD, line(fault)));
        verification
                .remarks()
                .forEach(remark -> screen.paragraph(Tone.CAUTION, remark.path() + ": " + remark.meaning()));
        screen.paragraph(
                verification.ok() ? Tone.GOOD : Tone.BAD,
                (verification.ok() ? "Genuine: " : "NOT GENUINE: ") + verification.exhibits() + " exhibits, "
                        + verification.journalEntries() + " journal entries, " + verification.custodyEntries()
                        + " custody entries and " + verification.reportFiles() + " report files were read again, "
                        + verification.faults().size() + " faults.");
    }

    private static String line(Fault fault) {
        return fault.path().or(fault::entry).orElse("") + ": " + fault.meaning() + " Expected " + fault.expected()
                + ", found " + fault.actual() + ".";
    }
}
