package dev.cordon.playbooks.persistence;

import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts for tests. */
final class TestingAccounts {
    private TestingAccounts() {}

    /** A person whose object id is {@code anna}. */
    static UserAccount anna() {
        return new UserAccount(
                "anna",
                "anna@contoso.example",
                "Anna Berg",
                Optional.empty(),
                List.of(),
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                false);
    }
}
