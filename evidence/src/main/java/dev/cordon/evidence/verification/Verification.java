package dev.cordon.evidence.verification;

import static java.util.Objects.requireNonNull;

import java.util.List;

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
 * @param notRead how much of the vault could not be read for want of its passphrase; nothing is said of those bytes
 * @param records how many rows of logs were held against the exhibits they are of
 * @param inProgress what had not come to its end; what it had written by then was verified
 * @param notVouchedFor what lies there and could be changed without being found, since nothing else says what it was
 */
public record Verification(
        long exhibits,
        long journalEntries,
        long custodyEntries,
        long reportFiles,
        List<Fault> faults,
        List<Remark> remarks,
        List<Attestation> attestations,
        long notRead,
        long records,
        List<InProgress> inProgress,
        List<Remark> notVouchedFor) {
    public Verification {
        requireNonNull(faults, "faults is null");
        requireNonNull(remarks, "remarks is null");
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
        attestations = List.copyOf(attestations);
        inProgress = List.copyOf(inProgress);
        notVouchedFor = List.copyOf(notVouchedFor);
        if (notRead < 0) {
            throw new IllegalArgumentException("not read: " + notRead);
        }
    }

    /** Of a place in which no rows are kept and nothing is under way. */
    public Verification(
            long exhibits,
            long journalEntries,
            long custodyEntries,
            long reportFiles,
            List<Fault> faults,
            List<Remark> remarks,
            List<Attestation> attestations,
            long notRead) {
        this(
                exhibits,
                journalEntries,
                custodyEntries,
                reportFiles,
                faults,
                remarks,
                attestations,
                notRead,
                0,
                List.of(),
                List.of());
    }

    /** The same, beside which something lies that nothing vouches for. */
    public Verification besides(List<Remark> unvouched) {
        return new Verification(
                exhibits,
                journalEntries,
                custodyEntries,
                reportFiles,
                faults,
                remarks,
                attestations,
                notRead,
                records,
                inProgress,
                unvouched);
    }

    /** Whether everything that is written was checked and agreed. */
    public boolean ok() {
        return faults.isEmpty() && notRead == 0;
    }
}
