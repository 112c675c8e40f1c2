package dev.cordon.microsoft365.wire;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a body that is no longer than a bound; what is longer is given up as soon as that is known. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> taking = BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> body;
    private final int largest;
    private long came;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int largest) {
        this.largest = largest;
        this.body = taking.getBody().toCompletableFuture().copy();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        taking.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        came += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (came <= largest) {
            taking.onNext(buffers);
        } else if (body.completeExceptionally(new TooLargeException(largest)) && subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable throwable) {
        taking.onError(throwable);
    }

    @Override
    public void onComplete() {
        taking.onComplete();
    }
}
