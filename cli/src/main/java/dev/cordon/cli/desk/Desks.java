package dev.cordon.cli.desk;

import dev.cordon.cli.command.GlobalOptions;
import dev.cordon.cli.command.SignInChoice;

/** Opens desks over one data folder. Opening creates the folder where it is missing. */
public interface Desks {
    /** Incidents and evidence: the data folder only, no tenant is asked. */
    CaseDesk cases(GlobalOptions options);

    /** Which tenants are known, and whether they answer. */
    TenantDesk tenants(GlobalOptions options, SignInChoice signIn);

    /** The response, with a tenant. */
    ResponseDesk responses(GlobalOptions options, SignInChoice signIn);
}
