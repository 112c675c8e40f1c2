package dev.cordon.investigation.records;

/** What a log file may hold at most. Each is far beyond what Microsoft writes, and small enough that no file exhausts the memory. */
final class LogFileLimits {
    /** Entra's widest export has about 60 columns. */
    static final int MOST_COLUMNS = 512;

    /** Characters of one cell, or of one JSON record. Microsoft cuts audit records far below; a spreadsheet cuts cells at 32,767. */
    static final int LARGEST_RECORD = 16 << 20;

    /** Levels of nesting; Microsoft's records have about ten. */
    static final int DEEPEST = 64;

    /** Names and parts of one JSON record; Microsoft's have some hundred, and an access of many messages some thousand. */
    static final int MOST_PARTS = 100_000;

    /** Rows that cannot be read, each of which is reported. A file with more of them is no such export. */
    static final int MOST_UNREADABLE = 100_000;

    /** What a parser reads ahead of a record, and more. */
    static final int READ_AHEAD = 1 << 18;

    /** Lines that are looked at for the head of a table. */
    static final int LINES_ABOVE_HEAD = 20;

    /** Characters of one text of a record; what is longer is cut here and whole in the exhibit. */
    static final int LONGEST_TEXT = 2_000;

    /** Characters of a record's id: it is compared, so it is never cut. Microsoft's longest have about 100. */
    static final int LONGEST_ID = 200;

    /** Bytes that are looked at to tell what a file is. */
    static final int LOOKED_AT = 1 << 16;

    private LogFileLimits() {}
}
