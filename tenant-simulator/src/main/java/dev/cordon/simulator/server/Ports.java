package dev.cordon.simulator.server;

import dev.cordon.simulator.faults.Reception;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.AttackerPass;
import dev.cordon.simulator.wire.Host;
import dev.cordon.simulator.wire.HostNames;
import io.helidon.common.tls.Tls;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * The listening ports, all on the loopback address: one TLS port for each host, one TLS port for all of them by name,
 * and one plain port for the control API.
 */
public final class Ports implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

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
                .tls(secured)
                .routing(routing(front.byName()));
        for (Host host : Host.values()) {
            config.putSocket(
                    host.word(),
                    listener(0).tls(secured).routing(routing(front.as(host))).buildPrototype());
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
        return ListenerConfig.builder().host(LOOPBACK).port(port).shutdownGracePeriod(Duration.ZERO);
    }

    private static HttpRouting.Builder routing(Handler handler) {
        return HttpRouting.builder().any(handler);
    }
}
