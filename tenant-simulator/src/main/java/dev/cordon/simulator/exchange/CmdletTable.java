package dev.cordon.simulator.exchange;

import java.util.ArrayList;
import java.util.List;

/** Every cmdlet that is served. */
final class CmdletTable {

    private final List<Cmdlet> cmdlets = new ArrayList<>();

    CmdletTable() {
        cmdlets.addAll(RuleCmdlets.all());
        cmdlets.addAll(MailboxCmdlets.all());
        cmdlets.addAll(MobileCmdlets.all());
        cmdlets.addAll(PermissionCmdlets.all());
        cmdlets.addAll(OrganisationCmdlets.all());
        cmdlets.addAll(AuditCmdlets.all());
        cmdlets.addAll(TraceCmdlets.all());
        cmdlets.addAll(SafeLinksCmdlets.all());
        cmdlets.addAll(QuarantineCmdlets.all());
        cmdlets.addAll(BlockListCmdlets.all());
    }

    List<Cmdlet> all() {
        return List.copyOf(cmdlets);
    }
}
