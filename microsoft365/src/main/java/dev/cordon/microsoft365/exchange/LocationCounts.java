package dev.cordon.microsoft365.exchange;

import dev.cordon.tenant.ContentSearches.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a search or a purge says of mailboxes, which is a text for people: {@code {Location: a@b, Item count: 1, Total size: 1234}}, parted by
 * commas, semicolons or lines.
 *
 * @param locations the mailboxes in which something was found or removed
 * @param items how many items the text tells of in all, where it does beside the mailboxes
 * @param failed how many items could not be removed
 */
record LocationCounts(List<Location> locations, OptionalLong items, long failed) {
    private static final Pattern LOCATION = Pattern.compile(
            "Location:\\s*([^,;{}\\s][^,;{}\\r\\n]*?)\\s*[,;]\\s*Item count:?\\s*(\\d[\\d,.]*)(?:[,;\\s]+Total size:?\\s*(\\d[\\d,.]*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEMS = Pattern.compile("Item count:?\\s*(\\d[\\d,.]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAILED = Pattern.compile("Failed count:?\\s*(\\d[\\d,.]*)", Pattern.CASE_INSENSITIVE);

    static LocationCounts of(String text) {
        List<Location> locations = new ArrayList<>();
        Matcher location = LOCATION.matcher(text);
        int first = text.length();
        while (location.find()) {
            first = Math.min(first, location.start());
            Location read = new Location(location.group(1), number(location.group(2)), number(location.group(3)));
            if (read.items() > 0) {
                locations.add(read);
            }
        }
        Matcher total = ITEMS.matcher(text.substring(0, first));
        OptionalLong items = total.find() ? OptionalLong.of(number(total.group(1))) : OptionalLong.empty();
        long failed = 0;
        for (Matcher each = FAILED.matcher(text); each.find(); ) {
            failed += number(each.group(1));
        }
        return new LocationCounts(List.copyOf(locations), items, failed);
    }

    /** How many items the mailboxes add up to. */
    long sum() {
        return locations.stream().mapToLong(Location::items).sum();
    }

    /** A number as people write it. One that is no number of things counts as none. */
    static long number(@org.jspecify.annotations.Nullable String text) {
        String digits = text == null ? "" : text.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }
}
