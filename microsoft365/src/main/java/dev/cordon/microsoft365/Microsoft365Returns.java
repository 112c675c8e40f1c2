package dev.cordon.microsoft365;

import dev.cordon.microsoft365.exchange.AutoReplyReturn;
import dev.cordon.microsoft365.exchange.CalendarReturn;
import dev.cordon.microsoft365.exchange.DelegateReturn;
import dev.cordon.microsoft365.exchange.ExchangeClient;
import dev.cordon.microsoft365.exchange.FolderPermissionReturn;
import dev.cordon.microsoft365.exchange.ForwardingReturn;
import dev.cordon.microsoft365.exchange.MailRouteReturn;
import dev.cordon.microsoft365.exchange.RuleReturn;
import dev.cordon.microsoft365.graph.AccountReturn;
import dev.cordon.microsoft365.graph.AssignmentReturn;
import dev.cordon.microsoft365.graph.ConsentReturn;
import dev.cordon.microsoft365.graph.DeviceReturn;
import dev.cordon.microsoft365.graph.GraphClient;
import dev.cordon.microsoft365.graph.GraphMessageRules;
import dev.cordon.microsoft365.graph.MethodReturn;
import dev.cordon.microsoft365.graph.RoleReturn;
import dev.cordon.microsoft365.rules.InboxRuleReturn;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Returns;

/** What can be given back, over the wire. */
record Microsoft365Returns(GraphClient graph, ExchangeClient exchange) implements Returns {
    @Override
    public Returnable inboxRules() {
        return new InboxRuleReturn(new RuleReturn(exchange), new GraphMessageRules(graph));
    }

    @Override
    public Returnable forwarding() {
        return new ForwardingReturn(exchange);
    }

    @Override
    public Returnable delegates() {
        return new DelegateReturn(exchange);
    }

    @Override
    public Returnable folderPermissions() {
        return new FolderPermissionReturn(exchange);
    }

    @Override
    public Returnable calendarPublishing() {
        return new CalendarReturn(exchange);
    }

    @Override
    public Returnable autoReply() {
        return new AutoReplyReturn(exchange);
    }

    @Override
    public Returnable mailRoutes() {
        return new MailRouteReturn(exchange);
    }

    @Override
    public Returnable consents() {
        return new ConsentReturn(graph);
    }

    @Override
    public Returnable appRoleAssignments() {
        return new AssignmentReturn(graph);
    }

    @Override
    public Returnable roles() {
        return new RoleReturn(graph);
    }

    @Override
    public Returnable devices() {
        return new DeviceReturn(graph);
    }

    @Override
    public Returnable authenticationMethods() {
        return new MethodReturn(graph);
    }

    @Override
    public Returnable account() {
        return new AccountReturn(graph);
    }
}
