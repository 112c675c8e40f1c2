package dev.cordon.microsoft365;

import dev.cordon.microsoft365.wire.Wire;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tenant connected to a double; pauses are noted and not waited for. */
abstract class ConnectedTest {
    static final String ANNA = "0aaaaaaa-0000-4000-8000-000000000001";

    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final Wire.Sleep sleep = pauses::add;
    TenantDouble microsoft = new TenantDouble();
    Tenant tenant;

    @TempDir
    Path folder;

    @BeforeEach
    void connect() throws IOException {
        tenant = connector().connect(microsoft.document(folder), SignIn.CERTIFICATE);
    }

    Microsoft365Connector connector() {
        return new Microsoft365Connector(words -> {}, page -> {}, InstantSource.system(), System::nanoTime, sleep);
    }

    @AfterEach
    void close() {
        tenant.close();
        microsoft.close();
    }

    static dev.cordon.tenant.Failure refusal(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(TenantException.class, call).failure();
    }
}
