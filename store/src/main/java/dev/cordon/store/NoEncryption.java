package dev.cordon.store;

import dev.cordon.evidence.Passphrase;
import dev.cordon.evidence.VaultEncryption;

/** Of a vault on a server: its table compares each name with the bytes, which it could not if they were encrypted (docs/decisions/0033). */
final class NoEncryption implements VaultEncryption {
    private final String where;

    NoEncryption(String where) {
        this.where = where;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public void requirePossible() {
        throw refused();
    }

    @Override
    public void open() {
        throw refused();
    }

    @Override
    public Encrypted encrypt(Passphrase passphrase) {
        throw refused();
    }

    @Override
    public Decrypted decrypt() {
        throw refused();
    }

    @Override
    public void change(Passphrase passphrase) {
        throw refused();
    }

    private StoreException refused() {
        return new StoreException(StoreException.Reason.NO_FILES, "Encrypting the vault of " + where, null);
    }
}
