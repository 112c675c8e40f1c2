package dev.cordon.evidence.bag;

import dev.cordon.evidence.chain.Chain;
import java.util.List;
import java.util.Locale;

/** The page a stranger reads first. */
final class BagReadme {
    private BagReadme() {}

    static String text(BagLabel label, ChainFiles files, List<ExhibitList.Row> exhibits, int redactions) {
        return """
                EVIDENCE OF INCIDENT %s

                What this is
                  A copy of what was collected and done when an account in Microsoft 365 was believed to be in the hands
                  of somebody else. It was written by %s, a program for incident response, as a BagIt bag
                  (RFC 8493): plain files and lists of their digests. Nothing here needs that program to be read.

                Whose it is
                  Tenant (as its administrator calls it):  %s
                  What happened:    %s
                  Made at:          %s (UTC, clock of the machine that made it)
                  Made by:          %s
                  Made for:         %s
                  Why:              %s

                What is in it
                  data/exhibits/        %d exhibits are listed; here lie the bytes of those that you get, exactly as they
                                        were received. Texts in them may have been written by an attacker.
                  data/readable/        copies for people where the bytes are JSON. A ' before a sign such as = was added
                                        in tables so that no spreadsheet runs it. The bytes above are the evidence.
                  data/exhibits.csv     what each exhibit is, where and when it was asked for, its size and digests.
                  data/exhibits.json    the same for programs.
                  data/journal.jsonl    what was intended and done, one entry on a line.
                  data/custody.jsonl    what happened to each exhibit since, one entry on a line.
                  data/redactions.csv   what you do not get, and why (%d lines). The digest of a withheld exhibit stays
                                        in the list, so that it can be matched with the full bag.
                  "deleted" in the list names the exhibits (%d) whose bytes had been given up before this was made, under
                                        which rule and by whom. Each has an entry "deleted" in data/custody.jsonl.
                  bag-info.txt          who made this, and where both logs ended when it was made.

                How to check it, with nothing but sha256sum
                  In the folder that holds bagit.txt:
                      sha256sum -c manifest-sha256.txt
                      sha256sum -c tagmanifest-sha256.txt
                      sha256sum tagmanifest-sha256.txt
                  (On a Mac: shasum -a 256 -c ...; on Windows: certutil -hashfile FILE SHA256, file by file.)
                  Every line must say OK. The last command prints one digest that stands for the whole bag. Ask the one
                  who made it for that digest by another way than this bag came (by telephone, on paper) and compare
                  all of it: it stands in his custody log as the event "exported". For a zip, the file beside it that ends
                  in .sha256 does the same before it is unpacked: sha256sum -c FILE.zip.sha256
                  The manifests of SHA-512 are checked in the same way with sha512sum.
                  With the program: cordon evidence verify PATH. It also computes both logs again, entry by entry.

                How the logs are chained
                  Each line has the hash of the line before it ("previous") and its own ("hash"): SHA-256 over these texts,
                  each as its length in UTF-8 bytes (four bytes, the highest first) followed by those bytes:
                  cordon-chain/1, the log's name (journal or custody), previous, sequence, and then the members
                      journal: %s
                      custody: %s
                  The first line's previous is SHA-256 over cordon-chain/1 and the log's name, encoded in the same way.
                  A line with "withheld" lacks some of these: only its place between its neighbours can be checked. %d lines
                  belong to other incidents of the same organisation and say nothing more.

                What the check does not prove
                  - That the files are what they were when this bag was made, unless the digest of tagmanifest-sha256.txt was
                    compared with one that came another way: whoever changes a file can write new manifests.
                  - That what Microsoft 365 answered was true or complete. Logs arrive late and have gaps.
                  - That a line marked as withheld is what it was: that takes the full store of whoever made the bag.
                  - What happened to the evidence after the last line of data/custody.jsonl. That this bag was handed out is
                    written after it was closed, so its own handing out is not in it.
                  - The time, beyond the clocks named in the entries: "at" in the journal is the tenant's, "wall_at" in the
                    journal and "at" in the custody log are the machine's.
                """.formatted(
                label.incident(),
                seen(label.software()),
                seen(label.organisation()),
                seen(label.about()),
                label.madeAt(),
                seen(label.by()),
                label.audience().name().toLowerCase(Locale.ROOT),
                label.why().isBlank() ? "(not said)" : seen(label.why()),
                exhibits.size(),
                redactions,
                exhibits.stream().filter(row -> row.deleted().isPresent()).count(),
                String.join(", ", Chain.JOURNAL.columns()),
                String.join(", ", Chain.CUSTODY.columns()),
                files.others());
    }

    private static String seen(String text) {
        return Unseen.escaped(text);
    }
}
