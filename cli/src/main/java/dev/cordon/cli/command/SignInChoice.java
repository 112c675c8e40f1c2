package dev.cordon.cli.command;

/** What {@code --sign-in} says. */
public enum SignInChoice {
    /** The certificate where the connection document names one, the browser otherwise. */
    AUTO,
    /** A browser on this machine. */
    BROWSER,
    /** A code typed on another device. */
    DEVICE_CODE,
    /** The application's certificate. */
    CERTIFICATE
}
