package dev.cordon.investigation.lines;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Services that users gave their consent, and that go on for them from servers of their own: nobody sits there. One of Microsoft's own applications is a
 * service only where several use it so, and one that people use at their places too is none, so that an attacker does not hide behind it. Whether somebody
 * should have consented is another question.
 */
final class ServersOfServices {
    private static final int USERS = 3;
    private static final int DAYS = 2;
    private static final int SHARE_OF_ROWS = 10;

    private final Map<String, List<SignInLine>> byApplication;
    private final Set<String> services = new HashSet<>();

    ServersOfServices(List<SignInLine> rows) {
        byApplication = rows.stream()
                .filter(row -> row.succeeded()
                        && !row.interactive()
                        && !row.applicationId().isEmpty())
                .collect(Collectors.groupingBy(SignInLine::applicationId));
        byApplication.forEach((application, all) -> {
            List<SignInLine> served =
                    all.stream().filter(ServersOfServices::isOfServer).toList();
            if (served.size() * SHARE_OF_ROWS >= all.size() * (SHARE_OF_ROWS - 1) && isService(application, served)) {
                services.add(application);
            }
        });
    }

    private static boolean isService(String application, List<SignInLine> served) {
        long users = served.stream().map(SignInLine::user).distinct().count();
        long days = served.stream().map(SignInLine::day).distinct().count();
        return users >= USERS || (days >= DAYS && !MicrosoftApplications.contain(application));
    }

    /** Without anything that only a person's computer has. */
    private static boolean isOfServer(SignInLine row) {
        return row.isFromHosting() && row.system().isEmpty() && !row.device().isRegistered();
    }

    boolean contain(SignInLine row) {
        return row.succeeded() && !row.interactive() && isOfServer(row) && services.contains(row.applicationId());
    }
}
