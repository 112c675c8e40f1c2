package dev.cordon.microsoft365.wire;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What broke a connection, in words for the operator: what Java says is written for programmers and names their classes. */
public final class Broken {
    private static final Pattern CLASS_NAME =
            Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z][\\w$]*|\\w+(?:Exception|Error)\\b");

    private Broken() {}

    /** The innermost trouble that is known, or what the outermost says if that is plain language. */
    public static String inWords(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            String known = known(at);
            if (!known.isEmpty()) {
                return known;
            }
        }
        String message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        return message.isBlank() || CLASS_NAME.matcher(message).find() ? "the connection broke off" : message;
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case UnknownHostException _, UnresolvedAddressException _ -> "the name of the host is not known here";
            case HttpConnectTimeoutException _ -> "no connection came about in time";
            case ConnectException closed when closed.getMessage() != null -> closed.getMessage();
            case ConnectException _ -> "nothing listens at that address, or something in between refuses";
            case SSLException secured -> secured(String.valueOf(secured.getMessage()));
            default -> "";
        };
    }

    private static String secured(String message) {
        if (message.contains("PKIX")
                || message.contains("certificate_unknown")
                || message.contains("bad_certificate")) {
            return "the certificate shown is signed by nobody we trust";
        }
        return CLASS_NAME.matcher(message).find() ? "no secure connection could be agreed on" : message;
    }
}
