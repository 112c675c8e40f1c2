package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Microsoft's Secure Score, which it works out about once a day. Safe for many threads. Permission SecurityEvents.Read.All.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-list-securescores">List secureScores</a>
 */
public interface SecureScores {
    /**
     * The newest score; empty where Microsoft has worked out none. Incomplete where a control of it could not be understood.
     *
     * @throws TenantException when it cannot be read
     */
    Reading<Optional<SecureScore>> fetchNewest();

    /**
     * A score.
     *
     * @param at when it was worked out
     * @param current the points that the tenant has
     * @param maximum the points that there are to have, for its licences
     * @param controls the points of each control, by name; no maximum is told with them
     */
    record SecureScore(Instant at, double current, double maximum, List<Control> controls) {
        public SecureScore {
            requireNonNull(at, "at is null");
            requirePoints(current);
            requirePoints(maximum);
            controls = controls.stream()
                    .sorted(Comparator.comparing(Control::name).thenComparingDouble(Control::points))
                    .toList();
        }
    }

    /**
     * What one control contributes.
     *
     * @param name Microsoft's name for it, for example BlockLegacyAuthentication: untrusted text
     * @param points the points that the tenant has for it
     */
    record Control(String name, double points) {
        public Control {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A control without a name");
            }
            requirePoints(points);
        }
    }

    private static void requirePoints(double points) {
        if (!Double.isFinite(points) || points < 0) {
            throw new IllegalArgumentException("Not a number of points: " + points);
        }
    }
}
