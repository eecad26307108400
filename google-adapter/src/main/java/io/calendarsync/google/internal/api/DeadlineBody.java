package io.calendarsync.google.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream that gives up at a deadline, whether the server sends nothing or a byte now and then:
 * the JDK's client has no time-out of its own once the head is there. Read by one thread, filled by the client's.
 */
final class DeadlineBody extends InputStream implements BodySubscriber<InputStream> {

    /** Buffers the client may fill before they are read; of 16 kB each, as it makes them. */
    private static final int AHEAD = 64;

    private final Deadline deadline;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final Deque<ByteBuffer> unread = new ArrayDeque<>();
    private boolean ended;

    DeadlineBody(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription value) {
        if (subscription.complete(value)) {
            value.request(AHEAD);
        } else {
            value.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Piece(buffers, null));
    }

    @Override
    public void onError(Throwable fault) {
        pieces.add(new Piece(List.of(), fault));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(List.of(), null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (!unread.isEmpty() && !unread.peek().hasRemaining()) {
            unread.remove();
        }
        if (unread.isEmpty() && !fill()) {
            return -1;
        }
        ByteBuffer next = unread.element();
        int count = Math.min(length, next.remaining());
        next.get(target, from, count);
        return count;
    }

    /** Waits for the next bytes; returns whether there are any. */
    private boolean fill() throws IOException {
        while (!ended && unread.isEmpty()) {
            Piece piece = await();
            if (piece.fault() != null) {
                ended = true;
                throw new IOException("the answer broke off", piece.fault());
            }
            ended = piece.buffers().isEmpty();
            piece.buffers().stream().filter(ByteBuffer::hasRemaining).forEach(unread::add);
            if (!ended) {
                subscription.join().request(1);
            }
        }
        return !unread.isEmpty();
    }

    private Piece await() throws IOException {
        try {
            Piece piece = pieces.poll(deadline.left(), TimeUnit.NANOSECONDS);
            if (piece == null) {
                throw new HttpTimeoutException("the time for the whole exchange is over");
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while an answer was read");
        }
    }

    /** Lets go of the connection; one whose answer was read to its end is used again. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            if (!subscription.cancel(false)) {
                subscription.join().cancel();
            }
        }
    }

    /** Some bytes, or the end of them, or why there are no more. */
    private record Piece(List<ByteBuffer> buffers, @Nullable Throwable fault) {}
}
