package dev.cordon.simulator.population;

import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins of {@code history.drawn}: who, when, how; what a row says beside that is drawn when it is shown. Newest
 * first. Immutable.
 */
public record DrawnSignIns(List<SignIn> all) {

    private static final List<String> APPS =
            List.of("Office 365 Exchange Online", "Microsoft Teams", "OfficeHome", "Office 365 SharePoint Online");
    private static final List<String> SERVICES = List.of("Nightly Backup", "HR Connector", "Device Inventory");

    /** Copies the list. */
    public DrawnSignIns {
        all = List.copyOf(all);
    }

    /**
     * One sign-in.
     *
     * @param user who, or null for an application by itself
     * @param app the application
     * @param delay the share of the log's delay, 0 to 1
     */
    public record SignIn(
            int number,
            Instant at,
            @Nullable User user,
            String app,
            boolean interactive,
            boolean evening,
            boolean failed,
            double delay) {}

    /** Those of that tenant, drawn once. */
    public static DrawnSignIns of(TenantState state) {
        return state.derived(DrawnSignIns.class, () -> draw(state));
    }

    /** The people who leave rows: members with a licence. */
    public static List<User> people(TenantState state) {
        return state.table(User.TABLE).all().stream()
                .filter(user -> !user.guest() && user.licensed())
                .toList();
    }

    /** A time within those days before the start. */
    public static Instant time(TenantState state, int days, int number, String what) {
        var random = state.chance().generator(what, number);
        var back = 1 + random.nextLong(Math.max(1, Duration.ofDays(days).toMillis() - 1));
        return state.scenario().start().minusMillis(back);
    }

    private static DrawnSignIns draw(TenantState state) {
        var drawn = state.scenario().history().drawn();
        var people = people(state);
        var rows = new ArrayList<SignIn>(drawn.signIns());
        for (var number = 0; number < drawn.signIns() && !people.isEmpty(); number++) {
            var random = state.chance().generator("drawn-sign-in", number);
            var service = random.nextInt(20) == 0;
            var apps = service ? SERVICES : APPS;
            var interactive = !service && random.nextInt(3) == 0;
            rows.add(new SignIn(
                    number,
                    time(state, drawn.days(), number, "drawn-sign-in-time"),
                    service ? null : people.get(random.nextInt(people.size())),
                    apps.get(random.nextInt(apps.size())),
                    interactive,
                    random.nextInt(4) == 0,
                    interactive && random.nextInt(60) == 0,
                    random.nextDouble()));
        }
        rows.sort(Comparator.comparing(SignIn::at).reversed());
        return new DrawnSignIns(rows);
    }
}
