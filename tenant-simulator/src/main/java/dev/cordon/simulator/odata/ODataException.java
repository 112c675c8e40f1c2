package dev.cordon.simulator.odata;

/** A query option that cannot be read or is not supported; the message is what the service answers. */
public final class ODataException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    /** A refusal with Graph's error code. */
    public ODataException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Graph's error code. */
    public String code() {
        return code;
    }

    static ODataException syntax(String message) {
        return new ODataException("BadRequest", "Invalid filter clause: " + message);
    }
}
