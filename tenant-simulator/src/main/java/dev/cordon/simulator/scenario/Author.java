package dev.cordon.simulator.scenario;

/** Who made a thing: somebody who may, or the attacker. Only {@code /truth} and the logs' origin know. */
public enum Author {
    LEGITIMATE,
    ATTACKER
}
