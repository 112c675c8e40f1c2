package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.connection.Trust;
import dev.cordon.simulator.server.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsGroupsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "x25519, TLSv1.3",
        "secp256r1, TLSv1.3",
        "secp384r1, TLSv1.3",
        "secp256r1, TLSv1.2",
        "secp384r1, TLSv1.2"
    })
    void a_host_that_knows_but_one_group_is_reached(String group, String protocol) throws Exception {
        var authority = new CertificateAuthority(Instant.now());
        SSLContext host = authority.serverContext(List.of("localhost"), List.of("127.0.0.1"));
        try (var listening = (SSLServerSocket)
                host.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SSLParameters knows = listening.getSSLParameters();
            knows.setNamedGroups(new String[] {group});
            knows.setProtocols(new String[] {protocol});
            listening.setSSLParameters(knows);
            var greeting = new FutureTask<>(() -> greet(listening));
            Thread.ofVirtual().start(greeting);

            assertThat(answer(authority, listening.getLocalPort())).isEqualTo('!');
            assertThat(greeting.get()).isEqualTo(protocol);
        }
    }

    private static String greet(SSLServerSocket listening) throws IOException {
        try (var caller = (SSLSocket) listening.accept()) {
            caller.getOutputStream().write('!');
            return caller.getSession().getProtocol();
        }
    }

    private int answer(CertificateAuthority authority, int port) throws IOException {
        Path trusted = Files.writeString(folder.resolve("ca.pem"), authority.pem());
        try (var socket =
                (SSLSocket) Trust.in(trusted).getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            SSLParameters ours = socket.getSSLParameters();
            ours.setNamedGroups(TlsGroups.OURS.split(","));
            socket.setSSLParameters(ours);
            return socket.getInputStream().read();
        }
    }
}
