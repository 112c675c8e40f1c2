package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a row of the directory's audit says of an act. Texts are untrusted.
 *
 * @param correlation ties the rows of one act together; empty text where the row has none
 * @param byApplication whether an application acted by itself
 * @param targets what it was done to, in the row's order
 * @see <a href="https://learn.microsoft.com/graph/api/resources/directoryaudit">directoryAudit</a>
 */
public record DirectoryDetail(String correlation, boolean byApplication, List<Target> targets) {
    /** Of a row of another log. */
    public static final DirectoryDetail NONE = new DirectoryDetail("", false, List.of());

    public DirectoryDetail {
        requireNonNull(correlation, "correlation is null");
        targets = List.copyOf(targets);
    }

    /** What a target is. */
    public enum Type {
        USER,
        APPLICATION,
        DEVICE,
        GROUP,
        ROLE,
        POLICY,
        /** Something else, or the row does not say. */
        OTHER
    }

    /**
     * Something an act was done to.
     *
     * @param type what it is
     * @param id its object id; empty text where the row has none
     * @param name its sign-in name, else its display name, else its id; never blank
     */
    public record Target(Type type, String id, String name) {
        public Target {
            requireNonNull(type, "type is null");
            requireNonNull(id, "id is null");
            requireNonNull(name, "name is null");
            if (name.isBlank()) {
                throw new IllegalArgumentException("name is blank");
            }
        }
    }
}
