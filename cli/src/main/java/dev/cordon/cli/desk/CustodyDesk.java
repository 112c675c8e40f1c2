package dev.cordon.cli.desk;

import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.Retention;
import dev.cordon.evidence.RetentionSetting;
import dev.cordon.evidence.VaultEncryption;
import dev.cordon.incident.IncidentId;
import dev.cordon.response.ExpireEvidence.Expiry;
import dev.cordon.response.StampEvidence;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who holds evidence, and how long it is kept. An unknown incident is a refusal. One thread. */
public interface CustodyDesk extends AutoCloseable {
    /** Puts a legal hold on an incident's evidence; ordered by whoever is at the keyboard where nobody is named. */
    CustodyEntry hold(IncidentId incident, String because, Optional<String> orderedBy);

    /** Ends every legal hold on it. Refused where none stands, and where several do and that was not said to be known. */
    CustodyEntry release(IncidentId incident, String because, Optional<String> orderedBy, boolean knowingly);

    /** Takes down into whose hands it went; an export that is named is verified first. */
    CustodyEntry transfer(IncidentId incident, String to, String because, Optional<Path> export);

    /** Has both logs stamped as they end now, and keeps the answer with that incident. A server that fails is told. */
    StampEvidence.Outcome stamp(IncidentId incident, URI server);

    /** What somebody chose for how long evidence is kept. */
    Optional<RetentionSetting.Choice> retention();

    /** Chooses that. */
    RetentionSetting.Choice retain(Retention retention, String because);

    /** How every closed incident that has bytes stands. Changes nothing. */
    List<Expiry> expiring();

    /** Deletes what is due. */
    List<Expiry> expire();

    /** Whether the vault is encrypted, and how it becomes so. */
    VaultEncryption encryption();

    @Override
    void close();
}
