package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.FileTrouble;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.attestation.KeyPassword;
import dev.cordon.evidence.attestation.ManifestSigner;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.TrustedRoots;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Reads who is to vouch for evidence, and who is believed; shows what others vouch for. */
final class Vouching {
    private static final String SERVER = "CORDON_TIME_STAMP_SERVER";
    private static final String PASSWORD = "CORDON_SIGN_PASSWORD";

    private Vouching() {}

    static OptionSpec server() {
        return Arguments.option(
                "--time-stamp-server",
                "URL",
                "Who is asked for a time stamp (RFC 3161), which sees a digest and nothing else; " + SERVER
                        + " if absent.");
    }

    static OptionSpec sign() {
        return Arguments.option(
                "--sign",
                "FILE",
                "Sign it with the key in that PKCS #12 file; the password is asked for, or taken from " + PASSWORD
                        + ".");
    }

    static OptionSpec trust() {
        return Arguments.option(
                "--trust",
                "FILE",
                "Whose signatures and time stamps are believed: root certificates, PEM or DER. The public authorities that Java"
                        + " comes with if absent.");
    }

    /** The server that was typed, or that the environment names. */
    static Optional<URI> server(Invocation invocation) {
        return Typed.text(invocation.arguments(), "--time-stamp-server")
                .or(() -> Optional.ofNullable(invocation.streams().environment().get(SERVER))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty()))
                .map(Vouching::address);
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (isWeb && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Refusal(
                ExitCode.WRONG_USAGE,
                "\"" + text
                        + "\" is no address of a time-stamp server; it begins with http:// or https:// and names nobody."
                        + " Nothing was done.");
    }

    /** Who signs, with the key opened. */
    static Optional<ManifestSigner> signer(Invocation invocation) {
        return Typed.text(invocation.arguments(), "--sign").map(file -> {
            Path path = path("--sign", file);
            return ManifestSigner.open(path, password(invocation, path));
        });
    }

    private static KeyPassword password(Invocation invocation, Path file) {
        String given = invocation.streams().environment().get(PASSWORD);
        if (given != null) {
            return new KeyPassword(given);
        }
        if (!invocation.streams().canAsk()) {
            throw unasked(file);
        }
        invocation.streams().errors().prompt("Password of " + file + ":");
        return invocation
                .streams()
                .unseenLine()
                .map(line -> new KeyPassword(line.replaceAll("[\\r\\n]+$", "")))
                .orElseThrow(() -> unasked(file));
    }

    private static Refusal unasked(Path file) {
        return new Refusal(
                ExitCode.WRONG_USAGE,
                "Nothing was exported: " + file + " needs its password, and nobody can type it unseen here. Set "
                        + PASSWORD + " in the environment; it is never taken from the command line.");
    }

    /** Who is believed. */
    static TrustedRoots trusted(Invocation invocation) {
        return Typed.text(invocation.arguments(), "--trust")
                .map(file -> roots(path("--trust", file)))
                .orElseGet(TrustedRoots::ofJava);
    }

    private static TrustedRoots roots(Path file) {
        try {
            return TrustedRoots.in(file);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE, "--trust " + file + " cannot be read: " + FileTrouble.inWords(e) + ".");
        } catch (IllegalArgumentException _) {
            throw new Refusal(ExitCode.WRONG_USAGE, "--trust " + file + " holds no certificate, as PEM or DER.");
        }
    }

    static Path path(String option, String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, option + " \"" + text + "\" is no path: " + e.getReason() + ".");
        }
    }

    static void show(List<Attestation> attestations, Screen screen) {
        attestations.forEach(
                attestation -> screen.paragraph(attestation.isProof() ? Tone.GOOD : Tone.CAUTION, attestation.text()));
    }

    /** Where roots were named, whoever named them wants to know by the exit code too whether they were met. */
    static boolean isDisbelieved(Invocation invocation, List<Attestation> attestations) {
        return invocation.arguments().hasMatchedOption("--trust")
                && !attestations.stream().allMatch(Attestation::isProof);
    }
}
