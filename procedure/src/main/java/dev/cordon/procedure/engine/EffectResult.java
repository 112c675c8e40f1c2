package dev.cordon.procedure.engine;

/** What is known after a change was tried. */
public sealed interface EffectResult<T> {
    /**
     * The tenant said it was done; a read-back has yet to prove it.
     *
     * @param already whether nothing was left to do
     */
    record Done<T>(T value, boolean already) implements EffectResult<T> {}

    /** The tenant said no; nothing was changed. */
    record Refused<T>(CallFailure failure) implements EffectResult<T> {}

    /** Nobody knows; look before trying again. */
    record Unknown<T>(CallFailure failure) implements EffectResult<T> {}
}
