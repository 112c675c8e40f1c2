package dev.cordon.microsoft365.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A host that speaks HTTP/2 in frames written by hand, and HTTP/1.1 to whoever does not ask for it. Understands nothing it is asked. */
final class FramesDouble implements AutoCloseable {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int GO_AWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int ACKNOWLEDGED = 1;
    private static final byte STATUS_200 = (byte) 0x88;

    private final SSLServerSocket server;
    private final List<String> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final IntFunction<Ending> endings;

    /** What becomes of a request. */
    enum Ending {
        ANSWERED,
        /** Its stream is reset, the connection stays. */
        STREAM_RESET,
        /** The connection ends without a word. */
        CONNECTION_CUT,
        /** The host says that it goes, and that it has not looked at the request. */
        GONE_AWAY,
        SILENT
    }

    /** @param endings what becomes of the first request, the second and so on, by number */
    FramesDouble(IntFunction<Ending> endings) {
        this.endings = endings;
        try {
            server = (SSLServerSocket)
                    serving().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("https://localhost:" + server.getLocalPort() + "/");
    }

    /** The protocols of the connections, in the order in which they were opened. */
    List<String> connections() {
        return List.copyOf(connections);
    }

    int requests() {
        return requests.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) server.accept();
                socket.setTcpNoDelay(true);
                socket.setHandshakeApplicationProtocolSelector(
                        (any, offered) -> offered.contains("h2") ? "h2" : offered.isEmpty() ? "" : "http/1.1");
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            boolean frames = "h2".equals(socket.getApplicationProtocol());
            connections.add(frames ? "h2" : "http/1.1");
            if (frames) {
                speakFrames(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
            } else {
                speakLines(socket.getInputStream(), socket.getOutputStream());
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private void speakFrames(DataInputStream in, OutputStream out) throws IOException {
        in.readNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
        write(out, SETTINGS, 0, 0);
        while (true) {
            int lengthAndType = in.readInt();
            int type = lengthAndType & 0xFF;
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            in.readNBytes(lengthAndType >>> 8);
            if (type == SETTINGS && flags != ACKNOWLEDGED) {
                write(out, SETTINGS, ACKNOWLEDGED, 0);
            } else if (type == HEADERS && !end(out, stream)) {
                return;
            }
        }
    }

    /** Whether the connection goes on. */
    private boolean end(OutputStream out, int stream) throws IOException {
        switch (endings.apply(requests.getAndIncrement())) {
            case ANSWERED -> {
                write(out, HEADERS, END_HEADERS, stream, STATUS_200);
                write(out, DATA, END_STREAM, stream, (byte) '{', (byte) '}');
            }
            case STREAM_RESET ->
                write(out, RESET, 0, stream, ByteBuffer.allocate(4).putInt(2).array());
            case GONE_AWAY -> write(out, GO_AWAY, 0, 0, new byte[8]);
            case CONNECTION_CUT -> {
                return false;
            }
            case SILENT -> {}
        }
        return true;
    }

    private static void write(OutputStream out, int type, int flags, int stream, byte... content) throws IOException {
        out.write(ByteBuffer.allocate(9 + content.length)
                .putInt(content.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(content)
                .array());
        out.flush();
    }

    private void speakLines(InputStream in, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.append((char) next);
            if (line.toString().endsWith("\r\n\r\n")) {
                requests.incrementAndGet();
                line.setLength(0);
                out.write("HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        }
    }

    private static SSLContext serving() throws IOException, GeneralSecurityException {
        try (InputStream stream = FramesDouble.class.getResourceAsStream("/dev/cordon/microsoft365/server.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, "double".toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, "double".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        }
    }

    static SSLContext trusting() {
        try (InputStream stream = FramesDouble.class.getResourceAsStream("/dev/cordon/microsoft365/ca.pem")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(stream));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
