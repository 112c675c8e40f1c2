package dev.cordon.investigation.reconstruction;

import java.util.Set;

/** What an attacker does to stay or to hide. Users do some of it too: it is a clue and no more. */
final class HostileActs {
    private static final Set<String> ACTS = Set.of(
            "new-inboxrule",
            "set-inboxrule",
            "updateinboxrules",
            "new-sweeprule",
            "new-transportrule",
            "set-transportrule",
            "add-mailboxpermission",
            "add-recipientpermission",
            "addfolderpermissions",
            "set-mailbox",
            "consent to application",
            "add service principal",
            "add delegated permission grant",
            "add app role assignment grant to user",
            "user registered security info",
            "user deleted security info",
            "register device",
            "add registered owner to device");

    private HostileActs() {}

    static boolean isOne(EvidenceRow row) {
        return !row.failed() && ACTS.contains(row.operation());
    }
}
