package dev.cordon.simulator.population;

import dev.cordon.simulator.time.Chance;
import java.util.List;

/** How one person usually works: the office's address by day, home in the evening, one computer and one telephone. */
public record Habits(
        String officeIp, String homeIp, String city, String country, String browser, String phone, String system) {

    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36 Edg/133.0.0.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15");
    private static final List<String> PHONES = List.of(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Mobile Safari/537.36");

    /** The habits of the person of that object id in an organisation of that time zone. */
    public static Habits of(String userId, String timeZone, Chance chance) {
        var random = chance.generator("habits", userId);
        var city = timeZone.substring(timeZone.lastIndexOf('/') + 1).replace('_', ' ');
        var browser = BROWSERS.get(random.nextInt(BROWSERS.size()));
        return new Habits(
                "192.0.2." + (10 + chance.generator("office", timeZone).nextInt(4)),
                "198.51.100." + (1 + random.nextInt(250)),
                city,
                country(city),
                browser,
                PHONES.get(random.nextInt(PHONES.size())),
                browser.contains("Windows") ? "Windows 11" : "MacOs");
    }

    private static String country(String city) {
        return switch (city) {
            case "Dublin" -> "IE";
            case "London" -> "GB";
            case "Berlin" -> "DE";
            case "Paris" -> "FR";
            case "Madrid" -> "ES";
            case "Vienna" -> "AT";
            case "Zurich" -> "CH";
            case "Amsterdam" -> "NL";
            case "Rome" -> "IT";
            case "Stockholm" -> "SE";
            case "New York", "Chicago", "Los Angeles", "Denver" -> "US";
            default -> "IE";
        };
    }
}
