package dev.cordon.cli.desk;

import dev.cordon.cli.command.GlobalOptions;
import dev.cordon.cli.command.SignInChoice;
import dev.cordon.evidence.verification.TrustedRoots;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.response.OrganisationFile;
import java.util.Optional;

/**
 * Opens desks over one data folder. Opening creates the platform's own folder where it is missing, unless that is impossible and it is only to
 * be read. A folder that was named is created only by what can be the first command there.
 */
public interface Desks {
    /** For what reads or goes on with something. Refuses a data folder that was named and holds nothing of Cordon's, and creates nothing. */
    void requireBegun(GlobalOptions options);

    /** Incidents and evidence: the data folder only, no tenant is asked. */
    CaseDesk cases(GlobalOptions options);

    /** Into whose hands evidence goes, and how long it stays. */
    CustodyDesk custody(GlobalOptions options);

    /** The same as {@link #cases}, for what may be the first command in a folder: one that was named is created where it is missing. */
    CaseDesk beginning(GlobalOptions options);

    /** The same, only to be read: in a folder or on a medium that cannot be written too, where nothing is then left. */
    CaseDesk reading(GlobalOptions options);

    /**
     * Reads everything again and compares it with its hashes and anchors; a database that cannot be read is a fault, not a refusal.
     *
     * @param roots who is believed about whose a time stamp is
     */
    Verification verify(GlobalOptions options, TrustedRoots roots);

    /** Which tenants are known, and whether they answer. */
    TenantDesk tenants(GlobalOptions options, SignInChoice signIn);

    /** What the organisation of the tenant that was named, or of the only one, has said of itself; no tenant is asked. */
    Optional<OrganisationFile> organisation(GlobalOptions options);

    /** Reviews of a tenant. */
    ReviewDesk reviews(GlobalOptions options, SignInChoice signIn);

    /** The response, with a tenant. */
    ResponseDesk responses(GlobalOptions options, SignInChoice signIn);
}
