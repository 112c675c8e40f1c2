package dev.cordon.app.harness;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing that the procedure asks of the tenant, as a fault is matched to it.
 *
 * @param host which service
 * @param method the HTTP method
 * @param path the path with a {@code *} for everything that differs; empty where there is a cmdlet
 * @param pattern what a fault matches of it
 * @param cmdlet the cmdlet; empty where there is none
 */
record Operation(String host, String method, String path, String pattern, String cmdlet) {
    /** All that stand in the tenant's log, in the order of their first request. */
    static Set<Operation> in(List<JsonObject> requests) {
        Set<Operation> operations = new LinkedHashSet<>();
        Set<String> known = new HashSet<>();
        requests.stream()
                .filter(row -> CaseJudge.text(row, "caller").equals("app")
                        || CaseJudge.text(row, "host").equals("login"))
                .filter(row -> !CaseJudge.text(row, "caller").equals("attacker"))
                .filter(row -> !CaseJudge.text(row, "path").endsWith("/$batch"))
                .map(Operation::of)
                .filter(operation -> known.add(operation.inWords()))
                .forEach(operations::add);
        return operations;
    }

    private static Operation of(JsonObject row) {
        String cmdlet = CaseJudge.text(row, "cmdlet");
        String host = CaseJudge.text(row, "host");
        return cmdlet.isEmpty()
                ? new Operation(
                        host,
                        CaseJudge.text(row, "method"),
                        template(CaseJudge.text(row, "path")),
                        pattern(CaseJudge.text(row, "path")),
                        "")
                : new Operation(host, "", "", "", cmdlet.substring(cmdlet.lastIndexOf('\\') + 1));
    }

    private static String template(String path) {
        String plain = path.replaceAll("\\?.*", "");
        StringBuilder template = new StringBuilder();
        for (String segment : plain.substring(1).split("/", -1)) {
            template.append('/').append(isId(segment) ? "*" : segment);
        }
        return template.toString();
    }

    private static boolean isId(String segment) {
        return segment.matches("[A-Za-z0-9_=-]{24,}") && segment.matches(".*[0-9].*");
    }

    /** A star stands for slashes too: where the last word differs it is given as it is, so that no longer path is met. */
    private static String pattern(String path) {
        String plain = path.replaceAll("\\?.*", "");
        String[] segments = plain.split("/", -1);
        String last = segments[segments.length - 1];
        return isId(last) ? "*/" + segments[segments.length - 2] + "/" + last : template(path);
    }

    Map<String, Object> match() {
        Map<String, Object> match = Yaml.map("host", host);
        if (cmdlet.isEmpty()) {
            match.put("method", method);
            match.put("path", pattern);
        } else {
            match.put("cmdlet", cmdlet);
        }
        return match;
    }

    String inWords() {
        return cmdlet.isEmpty() ? method + " " + path : cmdlet;
    }
}
