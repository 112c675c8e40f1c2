package dev.cordon.simulator.server;

import dev.cordon.simulator.faults.Reception;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.AttackerPass;
import dev.cordon.simulator.wire.Host;
import dev.cordon.simulator.wire.HostNames;
import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * The listening ports, all on the loopback address: one TLS port for each host, one TLS port for all of them by name,
 * and one plain port for the control API.
 */
public final class Ports implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** The second packet of an answer does not wait until the client has confirmed the first, which takes it 40 ms. */
    private static final SocketOptions AT_ONCE =
            SocketOptions.builder().tcpNoDelay(true).build();

    private final WebServer server;
    private final Map<Host, Integer> byHost = new EnumMap<>(Host.class);
    private final int byName;
    private final int control;

    /**
     * Opens all ports.
     *
     * @param byNamePort the port that serves all hosts by name, 0 for any
     */
    public Ports(
            TenantState state,
            Reception reception,
            HostNames names,
            AttackerPass pass,
            SSLContext tls,
            int byNamePort,
            Handler controlApi) {
        var front = new Front(state, reception, names, pass);
        Tls secured = Tls.create(config -> config.sslContext(tls));
        var config = WebServer.builder()
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .host(LOOPBACK)
                .port(byNamePort)
                .connectionOptions(AT_ONCE)
                .tls(secured)
                .connectionSelectors(protocols())
                .routing(routing(front.byName()));
        for (Host host : Host.values()) {
            config.putSocket(
                    host.word(),
                    listener(0)
                            .tls(secured)
                            .connectionSelectors(protocols())
                            .routing(routing(front.as(host)))
                            .buildPrototype());
        }
        config.putSocket("control", listener(0).routing(routing(controlApi)).buildPrototype());
        server = config.build().start();
        byName = server.port();
        control = server.port("control");
        for (Host host : Host.values()) {
            byHost.put(host, server.port(host.word()));
        }
    }

    /**
     * Loads what a listening port needs, beside other things, and spares the search through the registries of every jar,
     * which takes longer than all the rest; a registry that is there already stays.
     */
    public static void prepare() {
        if (!GlobalServiceRegistry.configured()) {
            var nothing = ServiceRegistryConfig.builder()
                    .discoverServices(false)
                    .discoverServicesFromServiceLoader(false)
                    .build();
            GlobalServiceRegistry.registry(
                    ServiceRegistryManager.create(nothing).registry());
        }
        HttpRouting.builder();
    }

    /** The base URL of a host on its own port. */
    public String url(Host host) {
        return "https://" + LOOPBACK + ":" + byHost.get(host);
    }

    /** The port of a host. */
    public int port(Host host) {
        Integer port = byHost.get(host);
        return port == null ? 0 : port;
    }

    /** Address and port that serve all hosts by name. */
    public String byName() {
        return LOOPBACK + ":" + byName;
    }

    /** The base URL of the control API. */
    public String control() {
        return "http://" + LOOPBACK + ":" + control;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static ListenerConfig.Builder listener(int port) {
        return ListenerConfig.builder()
                .host(LOOPBACK)
                .port(port)
                .connectionOptions(AT_ONCE)
                .shutdownGracePeriod(Duration.ZERO);
    }

    /** HTTP/2 where the client asks for it in its first words (ALPN), HTTP/1.1 otherwise, as Microsoft's hosts do. */
    private static List<ServerConnectionSelector> protocols() {
        return List.of(
                Http2ConnectionSelector.builder()
                        .http2Config(Http2Config.create())
                        .build(),
                Http1ConnectionSelector.builder().config(Http1Config.create()).build());
    }

    private static HttpRouting.Builder routing(Handler handler) {
        return HttpRouting.builder().any(handler);
    }
}
