package dev.cordon.evidence.bag;

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

    private BagInfo() {}
}
