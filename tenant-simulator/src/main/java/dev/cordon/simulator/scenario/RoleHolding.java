package dev.cordon.simulator.scenario;

/** A directory role somebody holds: active, or only eligible for activation. {@code templateId} is Microsoft's. */
public record RoleHolding(String templateId, boolean eligible) {}
