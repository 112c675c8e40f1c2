package dev.cordon.simulator.login;

/** A sign-in or token request that is refused; carries which refusal. */
final class LoginRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final LoginErrors reason;

    LoginRefusal(LoginErrors reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    LoginErrors reason() {
        return reason;
    }
}
