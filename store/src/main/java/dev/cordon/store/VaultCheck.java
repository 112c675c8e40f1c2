package dev.cordon.store;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstone;
import dev.cordon.evidence.Tombstones;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.incident.IncidentId;
import dev.cordon.store.encryption.ChangedBytesException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what lies in the vault with the exhibits, and the exhibits with what lies there. For one thread. */
final class VaultCheck {
    private final SealedBytes vault;
    private final String nothing;
    private final List<Fault> faults;
    private final List<Remark> remarks;
    private final Set<ExhibitId> whole = new HashSet<>();
    private long notRead;

    /**
     * A check that adds to the lists.
     *
     * @param nothing what is there where nothing is
     */
    VaultCheck(SealedBytes vault, String nothing, List<Fault> faults, List<Remark> remarks) {
        this.vault = vault;
        this.nothing = nothing;
        this.faults = faults;
        this.remarks = remarks;
    }

    /** What lies in the vault. To be asked before the custody log is read: bytes are written before the entry that names them. */
    List<String> lying() {
        try {
            return vault.names();
        } catch (StoreException e) {
            faults.add(Fault.inFile(
                    "vault",
                    "a vault that can be looked through",
                    e.found(),
                    "The vault could not be looked through, so what does not belong there could not be named."));
            return List.of();
        }
    }

    /** How many of what lies there could not be read for want of the passphrase. To be asked after the comparison. */
    long notRead() {
        return notRead;
    }

    /** Those exhibits that were read and are what was sealed. To be asked after the comparison. */
    Set<ExhibitId> whole() {
        return whole;
    }

    /** Compares, and says how many exhibits were read again. Those with a lawful tombstone are not missed, and named as remarks. */
    long compare(List<Exhibit> exhibits, Tombstones tombstones, List<String> lying) {
        List<Exhibit> living = exhibits.stream()
                .filter(exhibit -> tombstones.find(exhibit.id()).isEmpty())
                .toList();
        living.forEach(this::check);
        List<Exhibit> deleted = exhibits.stream()
                .filter(exhibit -> tombstones.find(exhibit.id()).isPresent())
                .toList();
        deleted(deleted, tombstones);
        left(deleted, living, lying);
        Set<String> known =
                exhibits.stream().map(exhibit -> exhibit.sha256().hex()).collect(Collectors.toSet());
        long others = vault.judge(lying, known::contains, faults, remarks);
        long read = living.size() - notRead;
        notRead += others;
        return read;
    }

    private void deleted(List<Exhibit> deleted, Tombstones tombstones) {
        Map<IncidentId, List<Tombstone>> byIncident = new LinkedHashMap<>();
        deleted.forEach(exhibit -> tombstones
                .find(exhibit.id())
                .ifPresent(tombstone -> byIncident
                        .computeIfAbsent(exhibit.incident(), _ -> new ArrayList<>())
                        .add(tombstone)));
        byIncident.forEach((incident, stones) -> remarks.add(new Remark(
                "vault",
                "The bytes of " + stones.size() + " exhibits of " + incident + " ("
                        + stones.getFirst().exhibit() + " to "
                        + stones.getLast().exhibit()
                        + ") are lawfully gone: each has its tombstone. The last was "
                        + stones.getLast().text() + ". 'cordon evidence list --incident " + incident
                        + "' names each.")));
    }

    /** A kill between the tombstones and the taking away leaves bytes that nobody may have any more. */
    private void left(List<Exhibit> deleted, List<Exhibit> living, List<String> lying) {
        Set<Digest> needed = living.stream().map(Exhibit::sha256).collect(Collectors.toSet());
        Set<String> there = Set.copyOf(lying);
        deleted.stream()
                .filter(exhibit -> !needed.contains(exhibit.sha256()))
                .map(exhibit -> exhibit.sha256().hex())
                .distinct()
                .filter(there::contains)
                .forEach(
                        sha256 -> remarks.add(
                                new Remark(
                                        SealedBytes.name(sha256),
                                        "It has a tombstone and is still there: its deletion was cut off. 'cordon evidence expire' takes it away.")));
    }

    private void check(Exhibit exhibit) {
        String name = SealedBytes.name(exhibit.sha256().hex());
        String meaning = exhibit.id() + " (" + exhibit.kind() + ", " + exhibit.incident() + ") is damaged.";
        int before = faults.size();
        try {
            measured(exhibit, name, meaning);
            if (faults.size() == before) {
                whole.add(exhibit.id());
            }
        } catch (ChangedBytesException e) {
            faults.add(Fault.inFile(name, "SHA-256 " + exhibit.sha256(), e.found(), meaning));
        } catch (StoreException e) {
            if (e.reason().isOfPassphrase()) {
                notRead++;
                lengthOnly(exhibit, name, meaning);
            } else {
                faults.add(Fault.inFile(name, "bytes that can be read", e.found(), meaning));
            }
        }
    }

    private void measured(Exhibit exhibit, String name, String meaning) throws ChangedBytesException {
        vault.measure(exhibit.sha256())
                .ifPresentOrElse(
                        is -> {
                            compare(name, exhibit.size() + " bytes", is.size() + " bytes", meaning);
                            compare(name, "SHA-256 " + exhibit.sha256(), "SHA-256 " + is.sha256(), meaning);
                            compare(name, "SHA-512 " + exhibit.sha512(), "SHA-512 " + is.sha512(), meaning);
                        },
                        () -> faults.add(Fault.inFile(name, exhibit.size() + " bytes", nothing, meaning)));
    }

    /** What can be told of encrypted bytes without the passphrase. */
    private void lengthOnly(Exhibit exhibit, String name, String meaning) {
        vault.size(exhibit.sha256())
                .ifPresent(is -> compare(
                        name,
                        exhibit.size() + " bytes",
                        is < 0 ? "encrypted bytes that were cut off" : is + " bytes",
                        meaning));
    }

    private void compare(String name, String expected, String actual, String meaning) {
        if (!expected.equals(actual)) {
            faults.add(Fault.inFile(name, expected, actual, meaning));
        }
    }
}
