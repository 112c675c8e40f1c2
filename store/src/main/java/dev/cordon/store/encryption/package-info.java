/** How bytes of evidence are encrypted: keys, the file that keeps the vault's key, and the form of an encrypted file. Knows no folder. */
@NullMarked
package dev.cordon.store.encryption;

import org.jspecify.annotations.NullMarked;
