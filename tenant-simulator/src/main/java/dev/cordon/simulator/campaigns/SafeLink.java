package dev.cordon.simulator.campaigns;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** What Safe Links makes of links in a body: {@code eur02.safelinks.protection.outlook.com/?url=…&data=…}, one for each recipient. */
final class SafeLink {

    private static final String HOST = "https://eur02.safelinks.protection.outlook.com/?url=";

    private SafeLink() {}

    /** The body with each of these links wrapped. */
    static String wrapped(String body, List<String> urls, String recipient, String networkMessageId, String tail) {
        var longestFirst = urls.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        var text = new StringBuilder();
        for (var at = 0; at < body.length(); ) {
            var from = at;
            var link = longestFirst.stream()
                    .filter(url -> body.startsWith(url, from))
                    .findFirst();
            text.append(link.map(url -> wrap(url, recipient, networkMessageId, tail))
                    .orElse(body.substring(at, at + 1)));
            at += link.map(String::length).orElse(1);
        }
        return text.toString();
    }

    private static String wrap(String url, String recipient, String networkMessageId, String tail) {
        var data = "05|02|" + recipient + "|" + networkMessageId.replace("-", "") + "|0|0|Unknown|" + tail + "|0|";
        return HOST + encoded(url) + "&data=" + encoded(data) + "&sdata=" + tail + "&reserved=0";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
