package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.RetentionSetting;
import dev.cordon.evidence.chain.ChainReader;
import dev.cordon.evidence.verification.StoreVerifier;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.procedure.schedule.IncidentRuns;
import dev.cordon.procedure.schedule.Rechecks;
import dev.cordon.tenant.TenantConnector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the use cases work with: one data folder and the way to its tenants. Its parts are safe for many threads.
 *
 * @param journal every fact about every incident
 * @param vault the bytes of evidence
 * @param custody who did what with the evidence
 * @param retention how long the evidence of closed incidents is kept
 * @param records the rows of logs that were brought into incidents
 * @param collections how far logs were collected into incidents
 * @param runs who may work on an incident
 * @param rechecks what is to be looked at later
 * @param verifier checks all of it
 * @param chains journal and custody log as they are stored
 * @param tenants the tenants that were added
 * @param connector opens connections to them
 * @param reports the folder reports are written to, absolute
 * @param wallTime this machine's clock, for measuring and for stamping files
 * @param random cryptographically strong outside tests: ids and passwords are drawn from it
 * @param process names this process for people, for example {@code 4711@laptop}
 */
public record Workspace(
        RunJournal journal,
        EvidenceVault vault,
        CustodyLog custody,
        RetentionSetting retention,
        LogRecords records,
        LogCollections collections,
        IncidentRuns runs,
        Rechecks rechecks,
        StoreVerifier verifier,
        ChainReader chains,
        TenantRegister tenants,
        TenantConnector connector,
        Path reports,
        InstantSource wallTime,
        RandomGenerator random,
        String process) {
    public Workspace {
        requireNonNull(journal, "journal is null");
        requireNonNull(vault, "vault is null");
        requireNonNull(custody, "custody is null");
        requireNonNull(retention, "retention is null");
        requireNonNull(records, "records is null");
        requireNonNull(collections, "collections is null");
        requireNonNull(runs, "runs is null");
        requireNonNull(rechecks, "rechecks is null");
        requireNonNull(verifier, "verifier is null");
        requireNonNull(chains, "chains is null");
        requireNonNull(tenants, "tenants is null");
        requireNonNull(connector, "connector is null");
        requireNonNull(reports, "reports is null");
        requireNonNull(wallTime, "wallTime is null");
        requireNonNull(random, "random is null");
        requireNonNull(process, "process is null");
    }
}
