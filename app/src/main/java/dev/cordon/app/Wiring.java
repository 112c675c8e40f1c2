package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.GlobalOptions;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.SignInChoice;
import dev.cordon.cli.command.Streams;
import dev.cordon.cli.desk.CaseDesk;
import dev.cordon.cli.desk.CustodyDesk;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ReviewDesk;
import dev.cordon.cli.desk.TenantDesk;
import dev.cordon.cli.evidence.PassphrasePrompt;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.verification.TrustedRoots;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.response.OrganisationFile;
import dev.cordon.response.Tenants;
import dev.cordon.response.VerifyEvidence;
import dev.cordon.store.Passphrases;
import dev.cordon.store.Store;
import dev.cordon.store.StoreException;
import dev.cordon.store.StoreLocation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Opens the use cases over the data folder of a run. Nothing is opened before a command asks. */
final class Wiring implements Desks {
    private final Streams streams;
    private final InstantSource wallTime;
    private final Set<String> said = new HashSet<>();

    Wiring(Streams streams, InstantSource wallTime) {
        this.streams = streams;
        this.wallTime = wallTime;
    }

    @Override
    public void requireBegun(GlobalOptions options) {
        Path folder = DataFolder.of(options, streams.environment());
        if (options.data().isPresent() && !StoreLocation.isBegun(folder, streams.environment())) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "There is no Cordon data folder at " + folder
                            + ", and none was made. Is it spelt right (--data, or the environment)?"
                            + " Where there is nothing yet, 'cordon tenant add NAME --from FILE' makes one.");
        }
    }

    @Override
    public CaseDesk cases(GlobalOptions options) {
        requireBegun(options);
        return new StoredCases(open(options).withOpenVault(), this::sayOnce);
    }

    @Override
    public CustodyDesk custody(GlobalOptions options) {
        requireBegun(options);
        return new StoredCustody(open(options));
    }

    @Override
    public CaseDesk beginning(GlobalOptions options) {
        return new StoredCases(open(options).withOpenVault(), this::sayOnce);
    }

    @Override
    public CaseDesk reading(GlobalOptions options) {
        requireBegun(options);
        return new StoredCases(openToRead(options), this::sayOnce);
    }

    @Override
    public Verification verify(GlobalOptions options, TrustedRoots roots) {
        requireBegun(options);
        try (OpenWorkspace open = openToRead(options)) {
            return new VerifyEvidence(open.workspace()).verify(roots);
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.DAMAGED) {
                return Store.verifyRemains(DataFolder.of(options, streams.environment()), e, passphrases());
            }
            throw e;
        }
    }

    @Override
    public TenantDesk tenants(GlobalOptions options, SignInChoice signIn) {
        return new StoredTenantDesk(open(options), options.tenant(), rule(options, signIn));
    }

    @Override
    public Optional<OrganisationFile> organisation(GlobalOptions options) {
        requireBegun(options);
        try (OpenWorkspace open = openToRead(options)) {
            String tenant = new Tenants(open.workspace()).choose(options.tenant());
            return OrganisationFile.of(open.location().folder(), tenant);
        }
    }

    @Override
    public ReviewDesk reviews(GlobalOptions options, SignInChoice signIn) {
        return new StoredReviews(open(options), options.tenant(), rule(options, signIn));
    }

    @Override
    public ResponseDesk responses(GlobalOptions options, SignInChoice signIn) {
        // Needed at once when the folder is open, and opening it waits for the disk.
        Microsoft365Connector.prepare();
        return new TenantResponses(open(options).withOpenVault(), options.tenant(), rule(options, signIn), false);
    }

    private SignInRule rule(GlobalOptions options, SignInChoice signIn) {
        return new SignInRule(signIn, streams.canAsk() && !options.json(), this::sayOnce);
    }

    private void sayOnce(String line) {
        if (said.add(line)) {
            streams.errors().paragraph(Tone.PLAIN, line);
        }
    }

    private StoreLocation location(GlobalOptions options) {
        return StoreLocation.of(DataFolder.of(options, streams.environment()), streams.environment());
    }

    private OpenWorkspace openToRead(GlobalOptions options) {
        return OpenWorkspace.toRead(
                location(options),
                wallTime,
                passphrases(),
                instruction -> streams.errors().line(instruction));
    }

    private Passphrases passphrases() {
        return wrong -> new PassphrasePrompt(streams).current(wrong);
    }

    private OpenWorkspace open(GlobalOptions options) {
        return OpenWorkspace.at(
                location(options),
                wallTime,
                passphrases(),
                instruction -> streams.errors().line(instruction));
    }
}
