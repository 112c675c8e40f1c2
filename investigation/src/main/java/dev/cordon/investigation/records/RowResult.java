package dev.cordon.investigation.records;

/** What was made of a row. */
sealed interface RowResult {
    /** The same with what the row says beyond its record, where there is one. */
    RowResult with(RowDetail detail);

    /** A record, and what the row says beyond it. */
    record Made(LogRecord row, RowDetail detail) implements RowResult {
        static Made of(LogRecord row) {
            return new Made(row, RowDetail.NONE);
        }

        @Override
        public RowResult with(RowDetail other) {
            return new Made(row, other);
        }
    }

    /**
     * Nothing, and why.
     *
     * @param reason a sentence that quotes no content
     * @param isCutOff whether what is there ends in the middle
     */
    record NotMade(String reason, boolean isCutOff) implements RowResult {
        NotMade(String reason) {
            this(reason, false);
        }

        @Override
        public RowResult with(RowDetail detail) {
            return this;
        }
    }
}
