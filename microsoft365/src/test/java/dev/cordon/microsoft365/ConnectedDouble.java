package dev.cordon.microsoft365;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Made;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/** A client connected to a double, for suites that have a class above them already.. */
final class ConnectedDouble implements AutoCloseable {
    private final TenantDouble microsoft = new TenantDouble();
    private final Tenant tenant;

    ConnectedDouble() {
        try {
            Path folder = Files.createTempDirectory("connected-double");
            microsoft.clock(() -> Made.NOW);
            tenant = new Microsoft365Connector(
                            words -> {}, page -> {}, InstantSource.system(), System::nanoTime, pause -> {})
                    .connect(microsoft.document(folder), SignIn.CERTIFICATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With this answering; everything is permitted. */
    Tenant answeredBy(Function<Asked, Reply> world) {
        microsoft.answer(world);
        return tenant;
    }

    /** The same for a signed-in administrator. */
    Tenant delegated(Function<Asked, Reply> world) {
        microsoft.delegated();
        microsoft.graphClaims("\"scp\":\"Chat.Create ChatMessage.Send Mail.Send\",\"upn\":\"admin@contoso.example\"");
        microsoft.exchangeClaims("\"scp\":\"Exchange.Manage\",\"upn\":\"admin@contoso.example\"");
        return answeredBy(world);
    }

    @Override
    public void close() {
        tenant.close();
        microsoft.close();
    }
}
