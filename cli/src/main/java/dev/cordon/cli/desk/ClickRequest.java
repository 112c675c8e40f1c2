package dev.cordon.cli.desk;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.phishing.Intake;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is asked about a phishing click.
 *
 * @param common what is known of every response; its user is the first of those who clicked
 * @param users those who clicked or reported it; none where all clicks of the week are meant
 * @param said what people said
 * @param blockShared whether a person has said beforehand that what others share may be blocked
 * @param despite why those are responded to as well who only saw the block page; empty where nobody wants it
 */
public record ClickRequest(
        ResponseDesk.Request common, List<String> users, Said said, boolean blockShared, Optional<String> despite) {
    public ClickRequest {
        requireNonNull(common, "common is null");
        users = List.copyOf(users);
        requireNonNull(said, "said is null");
        requireNonNull(despite, "despite is null");
    }

    /** Where it stands what people said. */
    public sealed interface Said {
        /** Nobody was asked. */
        record Nothing() implements Said {}

        /** In a file. */
        record InFile(Path file) implements Said {
            public InFile {
                requireNonNull(file, "file is null");
            }
        }

        /** The person at the terminal told it. */
        record Told(Intake intake) implements Said {
            public Told {
                requireNonNull(intake, "intake is null");
            }
        }
    }
}
