package dev.cordon.app;

import dev.cordon.cli.command.GlobalOptions;
import dev.cordon.cli.command.Streams;
import dev.cordon.cli.desk.CaseDesk;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.TenantDesk;
import java.time.InstantSource;

/** Opens the use cases over the data folder of a run. Nothing is opened before a command asks. */
final class Wiring implements Desks {
    private final Streams streams;
    private final InstantSource wallTime;

    Wiring(Streams streams, InstantSource wallTime) {
        this.streams = streams;
        this.wallTime = wallTime;
    }

    @Override
    public CaseDesk cases(GlobalOptions options) {
        return new StoredCases(open(options));
    }

    @Override
    public TenantDesk tenants(GlobalOptions options) {
        return new StoredTenantDesk(open(options), options.tenant());
    }

    @Override
    public ResponseDesk responses(GlobalOptions options) {
        return new TenantResponses(open(options), options.tenant());
    }

    private OpenWorkspace open(GlobalOptions options) {
        return OpenWorkspace.at(
                DataFolder.of(options, streams.environment()),
                wallTime,
                instruction -> streams.errors().line(instruction));
    }
}
