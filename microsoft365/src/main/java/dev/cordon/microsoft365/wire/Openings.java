package dev.cordon.microsoft365.wire;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;

/**
 * Who opens the connection to a host. The JDK's client opens one for each request that finds none open, and then keeps one of them: the
 * first request goes alone until its connection stands, the others follow over the same one. Safe for many threads.
 */
final class Openings {
    private final ConcurrentMap<String, CountDownLatch> opened = new ConcurrentHashMap<>();

    /** A request that may be sent now. */
    record Turn(HttpRequest request, CountDownLatch latch) {
        /** It was answered, or not: either way nobody waits for it any longer. */
        void end() {
            latch.countDown();
        }
    }

    /** Waits until a connection to its host stands or could not be opened, unless this is the first request to it. */
    Turn take(HttpRequest request) throws InterruptedException {
        var mine = new CountDownLatch(1);
        CountDownLatch first = opened.putIfAbsent(request.uri().getRawAuthority(), mine);
        if (first == null) {
            return new Turn(telling(request, mine), mine);
        }
        first.await();
        return new Turn(request, first);
    }

    /** No connection is thought to stand any longer. */
    void forget() {
        opened.clear();
    }

    private static HttpRequest telling(HttpRequest request, CountDownLatch latch) {
        BodyPublisher content = request.bodyPublisher().orElse(BodyPublishers.noBody());
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .method(request.method(), new Telling(content, latch))
                .build();
    }

    /** Content that tells when it is asked for, which is when there is a connection to send it over. */
    private record Telling(BodyPublisher content, CountDownLatch latch) implements BodyPublisher {
        @Override
        public long contentLength() {
            return content.contentLength();
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            latch.countDown();
            content.subscribe(subscriber);
        }
    }
}
