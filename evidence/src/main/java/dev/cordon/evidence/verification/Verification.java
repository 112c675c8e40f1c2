package dev.cordon.evidence.verification;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a verification looked at, and every fault it found.
 *
 * @param exhibits how many exhibits were read and hashed again
 * @param journalEntries how many journal entries were hashed again
 * @param custodyEntries how many custody entries were hashed again
 * @param reportFiles how many report files were hashed again
 * @param faults what is not as it was written, in the order found
 * @param remarks what was seen besides and is no fault
 * @param attestations every time stamp and signature that is intact, whether or not its maker is trusted here
 */
public record Verification(
        long exhibits,
        long journalEntries,
        long custodyEntries,
        long reportFiles,
        List<Fault> faults,
        List<Remark> remarks,
        List<Attestation> attestations) {
    public Verification {
        requireNonNull(faults, "faults is null");
        requireNonNull(remarks, "remarks is null");
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
        attestations = List.copyOf(attestations);
    }

    /** A verification of what nobody vouches for. */
    public Verification(
            long exhibits,
            long journalEntries,
            long custodyEntries,
            long reportFiles,
            List<Fault> faults,
            List<Remark> remarks) {
        this(exhibits, journalEntries, custodyEntries, reportFiles, faults, remarks, List.of());
    }

    /** The same with more that was seen and is no fault. */
    public Verification remarking(List<Remark> more) {
        return new Verification(
                exhibits,
                journalEntries,
                custodyEntries,
                reportFiles,
                faults,
                Stream.concat(remarks.stream(), more.stream()).toList(),
                attestations);
    }

    /** Whether everything that was checked agreed. */
    public boolean ok() {
        return faults.isEmpty();
    }
}
