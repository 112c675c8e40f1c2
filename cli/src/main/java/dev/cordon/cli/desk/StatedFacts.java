package dev.cordon.cli.desk;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Invocation;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.response.OrganisationFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the organisation has said of itself, for what is judged without a tenant: the file that was named, else that of the tenant that was named. Nothing
 * where neither was.
 *
 * @param file the file; empty where nothing was said
 */
public record StatedFacts(Optional<OrganisationFile> file) {
    private static final String OPTION = "--organisation";

    /** The option that names the file. */
    public static OptionSpec option() {
        return Arguments.option(
                OPTION,
                "FILE",
                "What you know and no log tells (own and partner domains, journeys, networks, approved applications); with"
                        + " --tenant and without this, that tenant's organisation.yaml.");
    }

    /** Read before anything is judged: a file with a fault is refused. */
    public static StatedFacts of(Invocation invocation, Desks desks) {
        if (invocation.arguments().hasMatchedOption(OPTION)) {
            Path file = Arguments.file(invocation.arguments().matchedOptionValue(OPTION, ""));
            return new StatedFacts(Optional.of(OrganisationFile.read(file)));
        }
        return new StatedFacts(
                invocation.options().tenant().isPresent()
                        ? desks.organisation(invocation.options())
                        : Optional.empty());
    }

    /** What was said. */
    public OrganisationFacts facts() {
        return file.map(OrganisationFile::facts).orElse(OrganisationFacts.NONE);
    }

    /** Where it stands. */
    public Optional<Path> path() {
        return file.map(OrganisationFile::path);
    }
}
