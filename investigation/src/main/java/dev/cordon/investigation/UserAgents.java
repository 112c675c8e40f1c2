package dev.cordon.investigation;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the name a browser or program gives itself. Any text is answered. */
public final class UserAgents {
    private static final int LIMIT = 400;
    private static final Pattern VERSION = Pattern.compile("[0-9]+([._][0-9]+)*");
    private static final Pattern AUTOMATION = Pattern.compile(
            "(axios|python|aiohttp|httpx|go-http-client|undici|node-fetch|^node(\\.js)?\\b|okhttp|curl/|wget/|java/|jakarta|libwww|"
                    + "powershell|roadtools|roadtx|teamfiltration|evilginx|headlesschrome|phantomjs|selenium|puppeteer|playwright|"
                    + "postman|insomnia|restsharp|guzzle|mechanize|scrapy|bav2ropc)");

    private UserAgents() {}

    /** The name without version numbers, so that an update does not look like a new program. */
    public static String family(String userAgent) {
        String shortened = userAgent.length() > LIMIT ? userAgent.substring(0, LIMIT) : userAgent;
        return VERSION.matcher(shortened.strip().toLowerCase(Locale.ROOT)).replaceAll("#");
    }

    /** Whether it is a tool or a library and not something a person sits in front of. */
    public static boolean isAutomation(String userAgent) {
        return AUTOMATION.matcher(family(userAgent)).find();
    }
}
