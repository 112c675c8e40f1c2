package dev.cordon.evidence.bag;

import dev.cordon.evidence.chain.Chain;
import java.util.List;
import java.util.Locale;

/** The page a stranger reads first. */
final class BagReadme {
    private static final String STAMPED = """
              stamp-of-tagmanifest-sha256.tsr, where it is here, is a time stamp (RFC 3161) over the same file: all of this
              was there at its time, by a clock that is not the maker's. With OpenSSL, and its maker's root in ROOT.pem:
                  openssl ts -verify -data tagmanifest-sha256.txt -in stamp-of-tagmanifest-sha256.tsr -CAfile ROOT.pem
              Where it is not here, bag-info.txt says why.
            """;

    private static final String STAMPS = """
              data/exhibits/E-...-time-stamp.tsr are time stamps over the ends of both logs, or over an earlier export, as
              data/custody.jsonl tells ("timestamped"). What was stamped of the logs lies in data/readable under the same name:
                  openssl ts -verify -data data/readable/E-...-time-stamp.txt \\
                      -in data/exhibits/E-...-time-stamp.tsr -CAfile ROOT.pem
            """;

    private static final String BELIEVED = """
              A signature or a stamp proves only what you believe its root certificate for: anybody can make both with a
              certificate of his own. Get the root from whom it belongs to, never from whoever gave you this bag.
              seals-sha256.txt has the digests of these files: sha256sum -c seals-sha256.txt

            """;

    private BagReadme() {}

    static String text(
            BagLabel label, BagSeals seals, ChainFiles files, List<ExhibitList.Row> exhibits, int redactions) {
        return facts(label, exhibits, redactions) + damage(exhibits) + checks(files) + seals(seals, files) + limits();
    }

    private static String facts(BagLabel label, List<ExhibitList.Row> exhibits, int redactions) {
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
                exhibits.stream().filter(row -> row.deleted().isPresent()).count());
    }

    private static String damage(List<ExhibitList.Row> exhibits) {
        List<String> damaged = exhibits.stream()
                .filter(row -> row.damaged().isPresent())
                .map(row -> "  " + row.exhibit().id() + "  "
                        + seen(row.exhibit().kind()) + ": " + seen(row.damaged().orElse("")) + "\n")
                .toList();
        return damaged.isEmpty() ? "" : """
                WHAT IS NOT HERE, BECAUSE IT IS DAMAGED
                  The bytes of these exhibits were no longer what had been sealed when this was made, so they are left
                  out. Their digests stay in the list, and the custody log tells of each ("damaged").
                %s
                """.formatted(String.join("", damaged));
    }

    private static String checks(ChainFiles files) {
        return """
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

                """.formatted(
                String.join(", ", Chain.JOURNAL.columns()), String.join(", ", Chain.CUSTODY.columns()), files.others());
    }

    private static String seals(BagSeals seals, ChainFiles files) {
        String text = seals.signer().isPresent() ? signed(seals.signer().get().name()) : "";
        text += seals.stamping().isPresent() ? STAMPED : "";
        text += files.stamped().isEmpty() ? "" : STAMPS;
        return text.isEmpty() ? "" : "Who vouches for it besides\n" + text + BELIEVED;
    }

    private static String signed(String name) {
        return """
              signature-of-tagmanifest-sha256.p7s is a signature (CMS) over tagmanifest-sha256.txt, and so over all of this,
              by %s. With OpenSSL, and his root certificate in ROOT.pem:
                  openssl cms -verify -binary -inform DER -in signature-of-tagmanifest-sha256.p7s \\
                      -content tagmanifest-sha256.txt -CAfile ROOT.pem -purpose any -out copy.txt
            """.formatted(seen(name));
    }

    private static String limits() {
        return """
                What the check does not prove
                  - That the files are what they were when this bag was made, unless the digest of tagmanifest-sha256.txt was
                    compared with one that came another way: whoever changes a file can write new manifests.
                  - That what Microsoft 365 answered was true or complete. Logs arrive late and have gaps.
                  - That a line marked as withheld is what it was: that takes the full store of whoever made the bag.
                  - What happened to the evidence after the last line of data/custody.jsonl. That this bag was handed out is
                    written after it was closed, so its own handing out is not in it.
                  - The time, beyond time stamps and the clocks named in the entries: "at" in the journal and "acquiredAt" of an
                    exhibit are the tenant's, "wall_at" in the journal and "at" in the custody log are the machine's. How far
                    the two were apart is compared only in the entries "clock-compared" of data/journal.jsonl.
                """;
    }

    private static String seen(String text) {
        return Unseen.escaped(text);
    }
}
