package dev.cordon.app;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.URLStreamHandlerFactory;
import org.jspecify.annotations.Nullable;

/**
 * No web address can be opened through {@link URL} in this process: what a library might fetch behind our back, for example because a
 * text names it, is refused. Our own requests go another way. It also spares each start a look into every jar for somebody who might
 * know the word http. Safe for many threads.
 */
final class ClosedWebAddresses implements URLStreamHandlerFactory {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Closes them for good; once in the life of a process. */
    static void close() {
        URL.setURLStreamHandlerFactory(new ClosedWebAddresses());
    }

    @Override
    public @Nullable URLStreamHandler createURLStreamHandler(String protocol) {
        return switch (protocol) {
            case "http" -> new Closed(HTTP);
            case "https" -> new Closed(HTTPS);
            default -> null;
        };
    }

    private static final class Closed extends URLStreamHandler {
        private final int port;

        Closed(int port) {
            this.port = port;
        }

        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            throw new IOException("Cordon opens no web address this way: " + address.getHost());
        }

        @Override
        protected int getDefaultPort() {
            return port;
        }
    }
}
