package dev.cordon.simulator.state;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of authentication method, with the names Graph gives them. */
public enum MethodType {
    PASSWORD("password", "passwordMethods", "Password", ""),
    PHONE("phone", "phoneMethods", "Phone", "mobilePhone"),
    MICROSOFT_AUTHENTICATOR(
            "microsoftAuthenticator",
            "microsoftAuthenticatorMethods",
            "MicrosoftAuthApp",
            "microsoftAuthenticatorPush"),
    FIDO2("fido2", "fido2Methods", "Passkey", "passKeyDeviceBound"),
    SOFTWARE_OATH("softwareOath", "softwareOathMethods", "SoftwareOATH", "softwareOneTimePasscode"),
    HARDWARE_OATH("hardwareOath", "hardwareOathMethods", "HardwareOATH", "hardwareOneTimePasscode"),
    EMAIL("email", "emailMethods", "Email", "email"),
    TEMPORARY_ACCESS_PASS("temporaryAccessPass", "temporaryAccessPassMethods", "TAP", "temporaryAccessPass"),
    WINDOWS_HELLO(
            "windowsHelloForBusiness", "windowsHelloForBusinessMethods", "WindowsHello", "windowsHelloForBusiness"),
    PLATFORM_CREDENTIAL("platformCredential", "platformCredentialMethods", "PlatformCred", "macOsSecureEnclaveKey"),
    EXTERNAL("external", "externalAuthenticationMethods", "External", "externalAuthMethod"),
    QR_CODE_PIN("qrCodePin", "qrCodePinMethod", "QR", "qrCodePin");

    private final String word;
    private final String collection;
    private final String permission;
    private final String registered;

    MethodType(String word, String collection, String permission, String registered) {
        this.word = word;
        this.collection = collection;
        this.permission = permission;
        this.registered = registered;
    }

    /** The kind's word, as in {@code #microsoft.graph.{word}AuthenticationMethod} and in scenario files. */
    public String word() {
        return word;
    }

    /** The value of {@code @odata.type}. */
    public String odataType() {
        return this == EXTERNAL
                ? "#microsoft.graph.externalAuthenticationMethod"
                : "#microsoft.graph." + word + "AuthenticationMethod";
    }

    /** The path segment of its typed collection. */
    public String collection() {
        return collection;
    }

    /** The X of the granular permission {@code UserAuthMethod-X.ReadWrite.All}. */
    public String permission() {
        return permission;
    }

    /** The word of the registration report's {@code methodsRegistered}. */
    public String registered() {
        return registered;
    }

    /** Whether it can answer a request for a second factor. */
    public boolean isSecondFactor() {
        return this != PASSWORD && this != EMAIL;
    }

    /** The kind of that word, any case. */
    public static Optional<MethodType> find(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** The kind of that collection. */
    public static Optional<MethodType> findByCollection(String collection) {
        return Arrays.stream(values())
                .filter(type -> type.collection.equalsIgnoreCase(collection))
                .findFirst();
    }
}
