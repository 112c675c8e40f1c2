package dev.cordon.cli.screen;

/** How a line is meant; shown as a mark and, where the terminal has it, a colour. The words carry the meaning alone. */
public enum Tone {
    PLAIN(" ", "0"),
    GOOD("+", "32"),
    CAUTION("!", "33"),
    BAD("x", "31"),
    QUIET(" ", "2"),
    HEADING(" ", "1");

    private final String mark;
    private final String colour;

    Tone(String mark, String colour) {
        this.mark = mark;
        this.colour = colour;
    }

    String mark() {
        return mark;
    }

    String colour() {
        return colour;
    }
}
