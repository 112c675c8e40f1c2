package dev.cordon.incident;

/**
 * How bad an incident is. A confirmed account compromise is never below {@link #HIGH}; an administrator or break-glass account, money
 * moved, or four or more accounts make it {@link #CRITICAL}.
 */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
