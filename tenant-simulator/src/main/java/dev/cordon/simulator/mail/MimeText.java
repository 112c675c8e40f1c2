package dev.cordon.simulator.mail;

import dev.cordon.simulator.mailbox.Message;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A message as a mail program would keep it (C6): headers, the text, the same as HTML, and what is attached. */
final class MimeText {

    private static final String END = "\r\n";
    private static final String ENCODED = "Content-Transfer-Encoding: base64" + END + END;

    private final MailHeaders headers;
    private final Message message;
    private final StringBuilder text = new StringBuilder();

    private MimeText(MailHeaders headers, Message message) {
        this.headers = headers;
        this.message = message;
    }

    /** The whole message; its lines end as RFC 5322 wants them. */
    static String of(MailHeaders headers, Message message) {
        return new MimeText(headers, message).whole();
    }

    private String whole() {
        headers.all().forEach(header -> text.append(HeaderText.line(header.name(), header.value())));
        if (message.attachments().isEmpty()) {
            bothTexts();
            return text.toString();
        }
        var boundary = boundary("004");
        type("multipart/mixed", boundary);
        text.append("--").append(boundary).append(END);
        bothTexts();
        for (var name : message.attachments()) {
            text.append("--").append(boundary).append(END);
            text.append("Content-Type: application/octet-stream").append(END);
            text.append(
                    HeaderText.line("Content-Disposition", "attachment; " + HeaderText.parameter("filename", name)));
            text.append(ENCODED).append(base64(headers.attached(name))).append(END);
        }
        text.append("--").append(boundary).append("--").append(END);
        return text.toString();
    }

    private void bothTexts() {
        var boundary = boundary("000");
        type("multipart/alternative", boundary);
        part(boundary, "text/plain", message.plainText());
        part(boundary, "text/html", message.isHtml() ? message.body() : page());
        text.append("--").append(boundary).append("--").append(END);
    }

    private String page() {
        return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head>\n<body>"
                + HeaderText.html(message.body()) + "</body></html>\n";
    }

    private void type(String type, String boundary) {
        text.append("Content-Type: ").append(type).append(";").append(END);
        text.append("\tboundary=\"").append(boundary).append('"').append(END).append(END);
    }

    private void part(String boundary, String type, String content) {
        text.append("--").append(boundary).append(END);
        text.append("Content-Type: ").append(type).append("; charset=\"utf-8\"").append(END);
        text.append(ENCODED).append(base64(content)).append(END);
    }

    /** Nothing encoded has an underscore in it. */
    private String boundary(String number) {
        return "_" + number + "_" + message.internetMessageId().replaceAll("[^A-Za-z0-9]", "") + "_";
    }

    private static String base64(String content) {
        var lines = content.replace("\r\n", "\n").replace("\n", END);
        return Base64.getMimeEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
    }
}
