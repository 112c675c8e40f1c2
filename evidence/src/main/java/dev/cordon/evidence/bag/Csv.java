package dev.cordon.evidence.bag;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180) that a spreadsheet shows and does not run. */
final class Csv {
    /** What begins a formula, at the beginning of a cell or where a program that splits elsewhere would begin one. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n|])(\\s*)([=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private Csv() {}

    /** One line with its line break. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String seen = Unseen.escaped(text);
        String guarded =
                NUMBER.matcher(seen).matches() ? seen : FORMULA.matcher(seen).replaceAll("$1$2'$3");
        return "\"" + guarded.replace("\"", "\"\"") + "\"";
    }
}
