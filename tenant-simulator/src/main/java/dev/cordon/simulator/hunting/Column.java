package dev.cordon.simulator.hunting;

/** A column of a table. */
record Column(String name, Type type) {

    /** The types, in the words of the answer. */
    enum Type {
        TEXT("String"),
        TIME("DateTime"),
        NUMBER("Int64"),
        /** Yes or no, which arrives as a small number (E6). */
        FLAG("SByte");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
