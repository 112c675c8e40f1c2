package dev.cordon.report.document;

import dev.cordon.report.document.Block.Fact;
import dev.cordon.report.document.Block.Task;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A document as Markdown (CommonMark with tables and task lists). Prose is escaped character by character; values stand in code spans
 * longer than any run of backticks in them. Stateless; safe for many threads.
 */
public final class MarkdownRendering {
    private MarkdownRendering() {}

    /** The whole document. */
    public static String render(Document document) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(prose(document.title())).append("\n\n");
        if (!document.stamp().isEmpty()) {
            out.append("**").append(prose(document.stamp())).append("**\n\n");
        }
        out.append(prose(document.subtitle())).append("\n\n");
        out.append("Classification: **").append(prose(document.label())).append("**\n\n");
        document.front().forEach(block -> append(out, block));
        for (Document.Section section : document.sections()) {
            out.append("## ").append(heading(section.heading())).append("\n\n");
            section.blocks().forEach(block -> append(out, block));
        }
        return out.append("---\n\n").append(prose(document.foot())).append('\n').toString();
    }

    private static void append(StringBuilder out, Block block) {
        switch (block) {
            case Block.Paragraph paragraph ->
                out.append(line(paragraph.content())).append("\n\n");
            case Block.SubHeading heading ->
                out.append("### ").append(heading(heading.text())).append("\n\n");
            case Block.Notice notice ->
                out.append("> **")
                        .append(prose(notice.title()))
                        .append("** ")
                        .append(line(notice.content()))
                        .append("\n\n");
            case Block.Facts facts -> facts(out, facts.facts());
            case Block.Table table -> table(out, table);
            case Block.Points points -> {
                points.points()
                        .forEach(point -> out.append("- ").append(line(point)).append('\n'));
                out.append('\n');
            }
            case Block.Tasks tasks -> tasks(out, tasks.tasks());
            case Block.Field field ->
                out.append("- **")
                        .append(prose(field.label()))
                        .append(":** ")
                        .append(field.value().map(MarkdownRendering::prose).orElse("\\_\\_\\_\\_ (open)"))
                        .append("  \n  ")
                        .append(prose(field.hint()))
                        .append("\n\n");
            case Block.Picture picture ->
                out.append("*")
                        .append(prose(picture.caption()))
                        .append("* ")
                        .append(prose(picture.alternative()))
                        .append("\n\n");
        }
    }

    private static void facts(StringBuilder out, List<Fact> facts) {
        out.append("| | |\n|---|---|\n");
        facts.forEach(fact -> out.append("| **")
                .append(prose(fact.label()))
                .append("** | ")
                .append(line(fact.content()))
                .append(" |\n"));
        out.append('\n');
    }

    private static void tasks(StringBuilder out, List<Task> tasks) {
        tasks.forEach(task -> out.append(task.done() ? "- [x] " : "- [ ] ")
                .append(line(task.content()))
                .append('\n'));
        out.append('\n');
    }

    private static void table(StringBuilder out, Block.Table table) {
        out.append("**").append(prose(table.caption())).append("**\n\n");
        if (table.rows().isEmpty()) {
            out.append(prose(table.whenEmpty())).append("\n\n");
            return;
        }
        out.append(row(table.headers().stream().map(MarkdownRendering::prose).toList()));
        out.append(row(table.headers().stream().map(header -> "---").toList()));
        table.rows()
                .forEach(row -> out.append(
                        row(row.cells().stream().map(MarkdownRendering::line).toList())));
        out.append('\n');
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String line(List<Inline> content) {
        return content.stream().map(MarkdownRendering::inline).collect(Collectors.joining(" "));
    }

    private static String inline(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> prose(text.text());
            case Inline.Value value -> code(value.text());
            case Inline.Time time -> time.text();
            case Inline.Badge badge -> "**" + prose(badge.word()) + "**";
        };
    }

    /** Prose on one line in which no character has a meaning of its own and nothing becomes a link. */
    static String prose(String text) {
        String line = Plain.line(text).strip();
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!', '$', '{', '}', '@' ->
                    escaped.append('\\').append(character);
                case ':' -> escaped.append(line.startsWith("://", index) ? "\\:" : ":");
                case '.' -> escaped.append(endsWithWww(line, index) ? "\\." : ".");
                case '+', '-', '=' -> escaped.append(index == 0 ? "\\" : "").append(character);
                case ')' ->
                    escaped.append(onlyDigitsBefore(line, index) ? "\\" : "").append(')');
                default -> escaped.append(character);
            }
        }
        return onlyDigitsBeforeDot(escaped.toString());
    }

    /** In a heading a leading {@code 1.} begins no list. */
    private static String heading(String text) {
        return prose(text).replaceFirst("^([0-9]+)\\\\\\.", "$1.");
    }

    private static boolean endsWithWww(String line, int index) {
        return index >= 3 && line.regionMatches(true, index - 3, "www", 0, 3);
    }

    private static boolean onlyDigitsBefore(String line, int index) {
        return index > 0 && line.substring(0, index).chars().allMatch(Character::isDigit);
    }

    /** A leading {@code 1.} would begin a list. */
    private static String onlyDigitsBeforeDot(String line) {
        int dot = line.indexOf('.');
        boolean ends = dot > 0 && (dot + 1 == line.length() || line.charAt(dot + 1) == ' ');
        return ends && onlyDigitsBefore(line, dot) ? line.substring(0, dot) + "\\" + line.substring(dot) : line;
    }

    /** A code span that the value cannot end; a pipe is shown by its number because tables split before spans are read. */
    static String code(String value) {
        String line = Plain.line(value).strip();
        if (line.isEmpty()) {
            return "–";
        }
        String fence = "`".repeat(longestRun(line) + 1);
        String padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + padding + line.replace("|", "[U+007C]") + padding + fence;
    }

    private static int longestRun(String line) {
        int longest = 0;
        int run = 0;
        for (int index = 0; index < line.length(); index++) {
            run = line.charAt(index) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
