package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.EncryptionDocument;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.VaultEncryption;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence passphrase}: another passphrase for an encrypted vault. */
public final class EvidencePassphraseCommand implements Command {
    private final Desks desks;

    public EvidencePassphraseCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence passphrase";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                this,
                "Change the passphrase of the encrypted vault (the new one in " + PassphrasePrompt.NEW_VARIABLE
                        + ", or typed unseen). No exhibit is written anew.");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        try (var desk = desks.custody(invocation.options())) {
            VaultEncryption vault = desk.encryption();
            vault.requirePossible();
            if (!vault.isEncrypted()) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        "The vault is not encrypted, so there is no passphrase to change. See: cordon evidence encrypt");
            }
            vault.open();
            vault.change(new PassphrasePrompt(invocation.streams()).chosen(PassphrasePrompt.NEW_VARIABLE));
            if (invocation.options().json()) {
                invocation.write(EncryptionDocument.changed());
            } else {
                invocation
                        .screen()
                        .paragraph(
                                Tone.GOOD,
                                "The new passphrase opens the vault. The one before still opens copies of vault.key that were made"
                                        + " earlier, in backups for example.");
            }
        }
        return ExitCode.DONE;
    }
}
