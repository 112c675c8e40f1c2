package dev.cordon.simulator.state;

/** Who stands behind a request. */
public enum Caller {
    /** The administrator who responds. */
    OPERATOR("operator"),
    /** The responder's application, by its certificate. */
    APP("app"),
    /** The intruder. */
    ATTACKER("attacker"),
    /** Any other person of the tenant. */
    USER("user"),
    /** The tenant itself, or nobody known. */
    SERVICE("service");

    private final String text;

    Caller(String text) {
        this.text = text;
    }

    /** The word of the control API. */
    public String text() {
        return text;
    }
}
