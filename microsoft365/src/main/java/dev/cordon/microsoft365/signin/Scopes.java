package dev.cordon.microsoft365.signin;

import dev.cordon.microsoft365.connection.Cloud;
import dev.cordon.microsoft365.wire.Audience;
import java.util.Set;

/** What to ask a token for: everything consented to, for one service. */
final class Scopes {
    private Scopes() {}

    /** Microsoft's own names, also where the hosts are others. */
    static Set<String> of(Audience audience, Cloud cloud) {
        return switch (audience) {
            case GRAPH -> Set.of(cloud.graph() + "/.default");
            case EXCHANGE -> Set.of(cloud.exchange() + "/.default");
            case COMPLIANCE -> Set.of(cloud.compliance() + "/.default");
        };
    }
}
