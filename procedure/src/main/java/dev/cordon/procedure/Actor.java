package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Word;

/**
 * Who did something: a person by sign-in name, or this program.
 *
 * @param kind which of the two
 * @param name the person's sign-in name, or {@code cordon}
 */
public record Actor(Kind kind, String name) {
    /** This program, on nobody's explicit word. */
    public static final Actor CORDON = new Actor(Kind.PROGRAM, "cordon");

    public Actor {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name is blank");
        }
    }

    public static Actor person(String name) {
        return new Actor(Kind.PERSON, name);
    }

    /** Whether a person decides. */
    public enum Kind {
        PERSON,
        PROGRAM
    }

    /** {@code person:anna@contoso.example} or {@code program:cordon}. */
    @Override
    public String toString() {
        return Word.of(kind) + ":" + name;
    }
}
