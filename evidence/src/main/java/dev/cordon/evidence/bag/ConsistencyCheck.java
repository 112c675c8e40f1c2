package dev.cordon.evidence.bag;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds against each other what a bag says in two places: the table of exhibits and their list, what is withheld and the list of that, and what
 * its first page and {@code bag-info.txt} say of it. Whoever hides one entry would have to change them all. For one thread.
 */
final class ConsistencyCheck {
    private static final Set<String> FILES = Set.of(
            BagInfo.README,
            BagInfo.REDACTIONS,
            ExhibitList.JSON,
            ExhibitList.CSV,
            ChainFiles.name(Chain.JOURNAL),
            ChainFiles.name(Chain.CUSTODY));
    /** Other lists are named where the lists are read. */
    private static final Pattern TAGS = Pattern.compile("bagit\\.txt|bag-info\\.txt|fetch\\.txt|(tag)?manifest-.*");

    private static final int LONGEST = 1024 * 1024;

    private final BagContent bag;
    private final Map<String, BagFolder.Written> hashed;
    private final Map<String, String> info;
    private final Faults faults;

    ConsistencyCheck(BagContent bag, Map<String, BagFolder.Written> hashed, Map<String, String> info, Faults faults) {
        this.bag = bag;
        this.hashed = hashed;
        this.info = info;
        this.faults = faults;
    }

    void compare(ChainFileCheck journal, ChainFileCheck custody, ExhibitCheck exhibits) throws IOException {
        for (String name : hashed.keySet()) {
            if (!isOfExport(name)) {
                faults.inFile(name, "no such file", "a file", "No export has it: somebody put it here.");
            }
        }
        FILES.stream()
                .filter(name -> !bag.files().containsKey(name))
                .filter(name -> !name.endsWith(".json") && !name.endsWith(".jsonl")) // named where they are read
                .forEach(name -> faults.inFile(name, "a file", "no file", "The export is not whole without it."));
        BagFolder.Written table = hashed.get(ExhibitList.CSV);
        if (table != null && !exhibits.isTable(table)) {
            faults.inFile(
                    ExhibitList.CSV,
                    "the same as exhibits.json",
                    "something else",
                    "The table or the list was changed.");
        }
        List<List<String>> redactions = new ArrayList<>(exhibits.redactions());
        redactions.addAll(journal.redactions());
        redactions(redactions);
        readme(exhibits.listed(), redactions.size(), journal.others() + custody.others());
    }

    private static boolean isOfExport(String name) {
        return FILES.contains(name)
                || BagSeals.isSeal(name)
                || name.startsWith("data/exhibits/")
                || name.startsWith("data/readable/")
                || TAGS.matcher(name).matches();
    }

    private void redactions(List<List<String>> rows) {
        BagFolder.Written file = hashed.get(BagInfo.REDACTIONS);
        String expected = String.join("", BagInfo.redactions(rows));
        if (file != null && !file.sha256().equals(Digest.sha256(expected.getBytes(StandardCharsets.UTF_8)))) {
            faults.inFile(
                    BagInfo.REDACTIONS,
                    "the " + rows.size() + " things that exhibits.json and journal.jsonl say are withheld",
                    "something else",
                    "Something was hidden as withheld, or the list of what is was changed.");
        }
        if (!rows.isEmpty() && info.getOrDefault(BagInfo.AUDIENCE, "").equals("full")) {
            faults.inFile(
                    "bag-info.txt",
                    "nothing withheld, since it is made for full",
                    rows.getFirst().getFirst() + " withheld",
                    "What is missing was left out by somebody, or bag-info.txt was changed.");
        }
    }

    private void readme(int listed, int redactions, long others) throws IOException {
        if (!hashed.containsKey(BagInfo.README)) {
            return;
        }
        String text;
        try (InputStream in = bag.open(BagInfo.README)) {
            text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
        Set<String> lines = new HashSet<>();
        text.lines().map(String::strip).forEach(lines::add);
        said(lines.contains(("EVIDENCE OF INCIDENT " + label(BagInfo.INCIDENT)).strip()), "the incident");
        said(lines.contains(("Made for:         " + label(BagInfo.AUDIENCE)).strip()), "for whom it is made");
        said(lines.contains(("Made by:          " + label(BagInfo.EXPORTED_BY)).strip()), "by whom it was made");
        said(text.contains("  Made at:          " + label(BagInfo.EXPORTED_AT) + " (UTC"), "when it was made");
        said(text.contains(" " + listed + " exhibits are listed"), "how many exhibits are listed: " + listed);
        said(text.contains(" (" + redactions + " lines)"), "how much is withheld: " + redactions);
        said(
                text.contains("checked. " + others + " lines\n  belong to other incidents"),
                "how many entries belong to other incidents: " + others);
    }

    private String label(String name) {
        return info.getOrDefault(name, "");
    }

    private void said(boolean isSaid, String what) {
        if (!isSaid) {
            faults.inFile(
                    BagInfo.README,
                    "what the rest of the bag says of " + what,
                    "something else",
                    "The page was changed, or what it tells of was: entries, exhibits or labels were hidden, added or exchanged.");
        }
    }
}
