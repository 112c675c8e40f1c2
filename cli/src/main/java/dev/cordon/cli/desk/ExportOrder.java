package dev.cordon.cli.desk;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Audience;
import dev.cordon.evidence.attestation.ManifestSigner;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be handed out, and who is to vouch for it.
 *
 * @param out where it is to be; in the data folder where nothing was said
 * @param zip whether it is to be a zip file
 * @param because why; empty text where nothing was said
 * @param signer who signs it
 * @param timeStampServer who is asked for a time stamp
 */
public record ExportOrder(
        Optional<Path> out,
        boolean zip,
        Audience audience,
        String because,
        Optional<ManifestSigner> signer,
        Optional<URI> timeStampServer) {
    public ExportOrder {
        requireNonNull(out, "out is null");
        requireNonNull(audience, "audience is null");
        requireNonNull(because, "because is null");
        requireNonNull(signer, "signer is null");
        requireNonNull(timeStampServer, "timeStampServer is null");
    }
}
