package dev.cordon.simulator.mail;

import dev.cordon.simulator.mailbox.Message;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message as it went over the net (C6); what its servers wrote into it is from memory. */
final class MimeText {

    private static final String BOUNDARY = "=_part_of_a_simulated_message";

    private MimeText() {}

    static Map<String, String> headers(Message message) {
        var sender = message.from().substring(message.from().indexOf('@') + 1);
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(message.at().atOffset(ZoneOffset.UTC));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Received", "from mail." + sender + " (198.51.100.25) by mx.simulated.example; " + date);
        headers.put(
                "Authentication-Results",
                "spf=pass smtp.mailfrom=" + sender + "; dkim=none; dmarc=none; compauth=pass");
        headers.put("From", message.from());
        headers.put("To", String.join(", ", message.to()));
        headers.put("Subject", encoded(message.subject()));
        headers.put("Date", date);
        headers.put("Message-ID", message.internetMessageId());
        headers.put("Return-Path", message.from());
        headers.put("MIME-Version", "1.0");
        return headers;
    }

    static String of(Message message) {
        var text = new StringBuilder();
        headers(message)
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        text.append("Content-Type: multipart/mixed; boundary=\"")
                .append(BOUNDARY)
                .append("\"\r\n\r\n--")
                .append(BOUNDARY)
                .append("\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(base64(message.body()))
                .append("\r\n");
        for (var name : message.attachments()) {
            text.append("--")
                    .append(BOUNDARY)
                    .append(
                            "\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"")
                    .append(encoded(name))
                    .append("\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    .append(base64("attachment " + name))
                    .append("\r\n");
        }
        return text.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    /** As RFC 2047 has it where it is more than plain ASCII, so that nothing in it can end the header. */
    private static String encoded(String text) {
        return text.chars().allMatch(sign -> sign >= 0x20 && sign < 0x7f && sign != '"')
                ? text
                : "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
