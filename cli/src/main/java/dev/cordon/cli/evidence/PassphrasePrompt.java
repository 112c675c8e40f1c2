package dev.cordon.cli.evidence;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.Streams;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.Passphrase;
import java.util.Optional;

/** Where a passphrase comes from: the environment, or a person at the terminal who types it unseen. Never an option. One thread. */
public final class PassphrasePrompt {
    /** Holds the passphrase of an encrypted vault. */
    public static final String VARIABLE = "CORDON_VAULT_PASSPHRASE";

    /** Holds the one that replaces it. */
    public static final String NEW_VARIABLE = "CORDON_NEW_VAULT_PASSPHRASE";

    private static final int TIMES = 3;

    private final Streams streams;

    public PassphrasePrompt(Streams streams) {
        this.streams = streams;
    }

    /**
     * The passphrase of the vault; empty where nobody has another one.
     *
     * @param wrong how many were not the right one
     */
    public Optional<Passphrase> current(int wrong) {
        Optional<Passphrase> set = set(VARIABLE);
        if (set.isPresent()) {
            return wrong == 0 ? set : Optional.empty();
        }
        return wrong >= TIMES
                ? Optional.empty()
                : typed(
                        wrong == 0
                                ? "Passphrase of the vault:"
                                : "That is not the passphrase. Passphrase of the vault:");
    }

    /** One that is chosen now, long enough and typed twice. */
    Passphrase chosen(String variable) {
        Passphrase chosen = set(variable).orElseGet(() -> twice(variable));
        if (!chosen.isLongEnough()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "The passphrase has fewer than " + Passphrase.FEWEST_CHARACTERS
                            + " characters, and whoever has the files may try as often as he likes. Nothing was changed.");
        }
        return chosen;
    }

    private Passphrase twice(String variable) {
        Passphrase first = typed("New passphrase of the vault:").orElseThrow(() -> nobody(variable));
        Passphrase second = typed("The same again:").orElseThrow(() -> nobody(variable));
        if (!first.isSameAs(second)) {
            throw new Refusal(ExitCode.WRONG_USAGE, "The two are not the same. Nothing was changed.");
        }
        return first;
    }

    private static Refusal nobody(String variable) {
        return new Refusal(
                ExitCode.WRONG_USAGE,
                "Nothing was changed: no passphrase was given, and none can be typed unseen here. Set it in the environment variable "
                        + variable + ", or run this at a terminal without redirecting its output.");
    }

    private Optional<Passphrase> set(String variable) {
        return Optional.ofNullable(streams.environment().get(variable))
                .filter(text -> !text.isEmpty())
                .map(Passphrase::new);
    }

    private Optional<Passphrase> typed(String question) {
        if (!streams.canAsk()) {
            return Optional.empty();
        }
        Screen screen = streams.errors();
        screen.asking();
        try {
            screen.prompt(question);
            Optional<String> line = streams.unseenLine().map(text -> text.replaceFirst("\\R$", ""));
            if (line.isEmpty()) {
                screen.line(Tone.CAUTION, "It cannot be typed unseen here; set " + VARIABLE + ".");
            }
            return line.filter(text -> !text.isEmpty()).map(Passphrase::new);
        } finally {
            screen.answered();
        }
    }
}
