package dev.cordon.evidence.bag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the manifests with the files, both ways: what is listed has to be there, what is there has to be listed. For one thread. */
final class ManifestCheck {
    private static final int LONGEST_LINE = 8192;

    private final BagContent bag;
    private final Map<String, BagFolder.Written> hashed;
    private final Faults faults;

    ManifestCheck(BagContent bag, Map<String, BagFolder.Written> hashed, Faults faults) {
        this.bag = bag;
        this.hashed = hashed;
        this.faults = faults;
    }

    /** Checks payload and tag files with both digests. */
    void compare() throws IOException {
        compare("manifest", names(name -> name.startsWith("data/")));
        compare(
                "tagmanifest",
                names(name -> !name.startsWith("data/") && !name.startsWith("tagmanifest-") && !BagSeals.isSeal(name)));
        for (String name : names(name -> name.startsWith("tagmanifest-"))) {
            if (!Set.of("tagmanifest-sha256.txt", "tagmanifest-sha512.txt").contains(name)) {
                faults.inFile(name, "no such file", "a file", "The bag did not have it when it was made.");
            }
        }
    }

    private Set<String> names(Predicate<String> wanted) {
        return bag.files().keySet().stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    private void compare(String manifest, Set<String> wanted) throws IOException {
        Manifest sha256 =
                read(manifest + "-sha256.txt", 64, file -> file.sha256().hex());
        Manifest sha512 =
                read(manifest + "-sha512.txt", 128, file -> file.sha512().hex());
        compare(sha256, sha512, wanted);
        compare(sha512, sha256, wanted);
    }

    /** Where the other list agrees with the files, the list is wrong and not the file. */
    private void compare(Manifest manifest, Manifest other, Set<String> wanted) {
        if (!manifest.isThere()) {
            faults.inFile(manifest.name(), "a list of digests", "no file", "The bag is not whole without it.");
            return;
        }
        String says = ", as " + manifest.name() + " says";
        manifest.listed().forEach((name, expected) -> {
            BagFolder.Written file = hashed.get(name);
            if (!wanted.contains(name)) {
                faults.inFile(
                        other.isThere() && !other.listed().containsKey(name) ? manifest.name() : name,
                        "the file " + name + says,
                        "no such file",
                        "The file was removed or given another name, or the manifest was changed.");
            } else if (file != null && !manifest.digest().apply(file).equals(expected)) {
                faults.inFile(
                        other.agreesWith(name, file) ? manifest.name() : name,
                        expected + says,
                        manifest.digest().apply(file),
                        other.agreesWith(name, file)
                                ? "The manifest was changed: " + other.name() + " agrees with the file " + name + "."
                                : "The file was changed after the bag was made, or its manifests were.");
            }
        });
        wanted.stream()
                .filter(name -> !manifest.listed().containsKey(name))
                .forEach(name -> faults.inFile(
                        other.listed().containsKey(name) ? manifest.name() : name,
                        "a line for " + name + " in " + manifest.name(),
                        "no line",
                        "The file was added or renamed after the bag was made, or its line was removed."));
    }

    /** A list of digests as it was read; without lines where it is not there. */
    private record Manifest(
            String name, boolean isThere, Map<String, String> listed, Function<BagFolder.Written, String> digest) {
        boolean agreesWith(String file, BagFolder.Written written) {
            return digest.apply(written).equals(listed.get(file));
        }
    }

    private Manifest read(String name, int digits, Function<BagFolder.Written, String> digest) throws IOException {
        boolean isThere = bag.files().containsKey(name);
        return new Manifest(name, isThere, isThere ? listed(name, digits) : Map.of(), digest);
    }

    /** RFC 8493 allows more spellings; ours has one, and anything else is a change. */
    private Map<String, String> listed(String manifest, int digits) throws IOException {
        Pattern line = Pattern.compile("([0-9a-f]{" + digits + "})  (.+)");
        Map<String, String> listed = new TreeMap<>();
        List<String> names = new ArrayList<>();
        try {
            TextLines.read(bag.open(manifest), LONGEST_LINE, text -> {
                Matcher matcher = line.matcher(text);
                if (!matcher.matches()) {
                    faults.inFile(
                            manifest,
                            digits + " hexadecimal digits in lower case, two spaces and a path on each line",
                            "a line that is otherwise",
                            "The manifest was changed.");
                } else if (listed.put(matcher.group(2), matcher.group(1)) != null) {
                    faults.inFile(manifest, "each file once", matcher.group(2) + " twice", "The manifest was changed.");
                } else {
                    names.add(matcher.group(2));
                }
            });
            if (!names.equals(List.copyOf(listed.keySet())) && names.size() == listed.size()) {
                faults.inFile(
                        manifest,
                        "its lines in the order of their names",
                        "the same lines in another order",
                        "The manifest was changed: Cordon writes it in one order only.");
            }
        } catch (TextLines.NotLinesException e) {
            faults.inFile(manifest, "whole lines of text", e.found(), "The manifest was changed or cut off.");
        }
        return listed;
    }
}
