package dev.cordon.playbooks.casefile;

import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * What the snapshot reads of the tenant as a whole, read while the account is still looked up: it needs nothing of the account, Exchange's
 * places are free then, and its connection is open by the time pre-flight wants it. Before a change it is read anew. Safe for many threads.
 */
public final class EarlyReading {
    private static final System.Logger LOG = System.getLogger(EarlyReading.class.getName());

    private final FutureTask<Attempt<List<MailRoute>>> mailRoutes;

    private EarlyReading(FutureTask<Attempt<List<MailRoute>>> mailRoutes) {
        this.mailRoutes = mailRoutes;
    }

    /** Begins to read, beside whatever the caller does next. */
    public static EarlyReading start(Tenant tenant) {
        return start(tenant::caller, () -> tenant.in(Lane.SNAPSHOT).mailFlow().fetchRoutes());
    }

    static EarlyReading start(Supplier<Caller> signIn, Supplier<Reading<List<MailRoute>>> read) {
        FutureTask<Attempt<List<MailRoute>>> routes =
                new FutureTask<>(() -> Attempt.of(() -> afterSignIn(signIn, read)));
        Thread.ofVirtual().name("early reading").start(routes);
        return new EarlyReading(routes);
    }

    /** Behind the sign-in that the first request needs: a person who must sign in is asked once. */
    private static <T> T afterSignIn(Supplier<Caller> signIn, Supplier<T> read) {
        Caller signedIn = signIn.get();
        LOG.log(System.Logger.Level.DEBUG, "reading early as={0}", signedIn.kind());
        return read.get();
    }

    /** The tenant-wide ways for mail to leave, as far as they could be read. */
    public Attempt<List<MailRoute>> mailRoutes() throws InterruptedException {
        return Together.result(mailRoutes);
    }
}
