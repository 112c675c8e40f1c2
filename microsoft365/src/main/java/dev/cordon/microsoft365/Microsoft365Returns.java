package dev.cordon.microsoft365;

import dev.cordon.microsoft365.exchange.ExchangeClient;
import dev.cordon.microsoft365.exchange.ForwardingReturn;
import dev.cordon.microsoft365.exchange.RuleReturn;
import dev.cordon.microsoft365.graph.GraphClient;
import dev.cordon.microsoft365.graph.GraphMessageRules;
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
}
