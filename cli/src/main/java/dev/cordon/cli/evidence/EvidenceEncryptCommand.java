package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.EncryptionDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.Passphrase;
import dev.cordon.evidence.VaultEncryption;
import dev.cordon.evidence.VaultEncryption.Encrypted;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence encrypt}: encrypts the vault, what lies there already and what will come. */
public final class EvidenceEncryptCommand implements Command {
    private final Desks desks;

    public EvidenceEncryptCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence encrypt";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                this,
                "Encrypt the bytes of all exhibits with a passphrase (" + PassphrasePrompt.VARIABLE
                        + ", or typed unseen), or go on where that was cut off.");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        try (var desk = desks.custody(invocation.options())) {
            VaultEncryption vault = desk.encryption();
            vault.requirePossible();
            Passphrase passphrase = passphrase(invocation, vault);
            Encrypted done = vault.encrypt(passphrase);
            if (invocation.options().json()) {
                invocation.write(EncryptionDocument.of(done));
            } else {
                show(done, invocation.screen());
            }
            return done.left().isEmpty() ? ExitCode.DONE : ExitCode.ATTENTION;
        }
    }

    private static Passphrase passphrase(Invocation invocation, VaultEncryption vault) {
        var prompt = new PassphrasePrompt(invocation.streams());
        if (vault.isEncrypted()) {
            vault.open();
            return new Passphrase("not asked for: the vault is open");
        }
        invocation
                .streams()
                .errors()
                .paragraph(
                        Tone.CAUTION,
                        "Whoever forgets the passphrase, or loses vault.key, loses the evidence: nobody can open the vault without both.");
        return prompt.chosen(PassphrasePrompt.VARIABLE);
    }

    private static void show(Encrypted done, Screen screen) {
        done.left().forEach(left -> screen.paragraph(Tone.CAUTION, left));
        screen.paragraph(
                done.left().isEmpty() ? Tone.GOOD : Tone.CAUTION,
                (done.left().isEmpty()
                                ? "The vault is encrypted: "
                                : "The vault is encrypted except for what stands above: ")
                        + done.encrypted() + " files were encrypted now, " + done.before() + " were before, "
                        + done.removed() + " remains of unfinished writing were taken away.");
        screen.paragraph(Tone.PLAIN, EncryptionDocument.NOT_ENCRYPTED);
    }
}
