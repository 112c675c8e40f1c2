package dev.cordon.simulator.state;

/** Names a table of the tenant's state and the type of its rows; rows are immutable. */
public record TableKey<T>(String name, Class<T> rows) {}
