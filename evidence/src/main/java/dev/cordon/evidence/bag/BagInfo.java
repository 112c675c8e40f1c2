package dev.cordon.evidence.bag;

import java.util.List;
import java.util.stream.Stream;

/** The words of the tag files that the writer and the verifier share. */
final class BagInfo {
    static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    static final String INCIDENT = "External-Identifier";
    static final String OXUM = "Payload-Oxum";
    static final String AUDIENCE = "Cordon-Audience";
    static final String JOURNAL_HEAD = "Cordon-Journal-Head";
    static final String SIGNATURE = "Cordon-Signature";
    static final String SIGNER = "Cordon-Signer-Certificate-SHA256";
    static final String STAMP = "Cordon-Time-Stamp";
    static final String CUSTODY_HEAD = "Cordon-Custody-Head";

    static final String EXPORTED_AT = "Cordon-Exported-At";
    static final String EXPORTED_BY = "Cordon-Exported-By";
    static final String REDACTIONS = "data/redactions.csv";
    static final String README = "data/README.txt";

    private BagInfo() {}

    /** The lines of {@code redactions.csv}. */
    static List<String> redactions(List<List<String>> rows) {
        return Stream.concat(Stream.of(List.of("exhibit", "what", "why", "sha256")), rows.stream())
                .map(Csv::line)
                .toList();
    }
}
