package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.EncryptionDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.VaultEncryption;
import dev.cordon.evidence.VaultEncryption.Decrypted;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence decrypt}: takes an encrypted vault back to plain bytes. */
public final class EvidenceDecryptCommand implements Command {
    private final Desks desks;

    public EvidenceDecryptCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence decrypt";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                this,
                "Take the encrypted vault back to plain bytes (passphrase in " + PassphrasePrompt.VARIABLE
                        + ", or typed unseen), or go on where that was cut off.");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        try (var desk = desks.custody(invocation.options())) {
            VaultEncryption vault = desk.encryption();
            vault.requirePossible();
            if (!vault.isEncrypted()) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        "The vault is not encrypted, so there is nothing to decrypt. Nothing was changed.");
            }
            vault.open();
            Decrypted done = vault.decrypt();
            if (invocation.options().json()) {
                invocation.write(EncryptionDocument.of(done));
            } else {
                show(done, invocation.screen());
            }
            return done.left().isEmpty() ? ExitCode.DONE : ExitCode.ATTENTION;
        }
    }

    private static void show(Decrypted done, Screen screen) {
        done.left().forEach(left -> screen.paragraph(Tone.CAUTION, left));
        screen.paragraph(
                done.left().isEmpty() ? Tone.GOOD : Tone.CAUTION,
                (done.wholly() ? "The vault is not encrypted any more: " : "The vault is not wholly decrypted: ")
                        + done.decrypted() + " files were decrypted now, " + done.before() + " were plain before.");
        if (done.wholly()) {
            screen.paragraph(
                    Tone.PLAIN,
                    "Whoever gets the data folder can read the exhibits now. The key was put aside as vault.key.retired-...: backups that were"
                            + " made meanwhile need it, and the passphrase.");
        }
    }
}
