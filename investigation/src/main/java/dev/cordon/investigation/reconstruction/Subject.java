package dev.cordon.investigation.reconstruction;

/** What is judged as a whole. */
public enum Subject {
    ADDRESS,
    SESSION
}
