package dev.cordon.benchmarks.detection;

import java.util.Locale;

/**
 * So many of so many, with the interval in which the true share lies 95 times of a hundred. Of nothing there is no share: that is said, and is
 * neither 0 nor 1.
 *
 * @param count at least 0 and at most {@code of}
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927, Probable Inference</a>
 */
public record Share(int count, int of) {
    /** The quantile of the normal distribution that leaves 2.5 % on each side. */
    private static final double Z = 1.959963984540054;

    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("Not a share: " + count + " of " + of);
        }
    }

    public boolean isOfNothing() {
        return of == 0;
    }

    /** Between 0 and 1; throws {@link IllegalStateException} of nothing. */
    public double value() {
        return (double) count / some();
    }

    /** The lower end of Wilson's interval, between 0 and {@link #value()}. */
    public double lower() {
        return count == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    /** The upper end of Wilson's interval, between {@link #value()} and 1. */
    public double upper() {
        return count == some() ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (value() + Z * Z / (2 * some())) / (1 + Z * Z / some());
    }

    private double halfWidth() {
        double spread = value() * (1 - value()) / some() + Z * Z / (4.0 * some() * some());
        return Z / (1 + Z * Z / some()) * Math.sqrt(spread);
    }

    private int some() {
        if (isOfNothing()) {
            throw new IllegalStateException("Of no lines there is no share");
        }
        return of;
    }

    /** Such as {@code 0.950 (19 of 20; 0.764 to 0.991)}, or {@code no such lines}. */
    @Override
    public String toString() {
        return isOfNothing()
                ? "no such lines"
                : String.format(Locale.ROOT, "%.3f (%d of %d; %.3f to %.3f)", value(), count, of, lower(), upper());
    }
}
