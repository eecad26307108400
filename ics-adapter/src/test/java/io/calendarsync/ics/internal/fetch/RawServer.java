package io.calendarsync.ics.internal.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server that writes whatever bytes a test wants, at whatever pace. Bound to loopback. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server;
    private final Answer answer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Writes the answer to one connection. */
    @FunctionalInterface
    interface Answer {
        void write(OutputStream out, RawServer server) throws IOException, InterruptedException;
    }

    RawServer(Answer answer) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer;
        threads.submit(this::accept);
    }

    static RawServer of(String response) throws IOException {
        return new RawServer((out, server) -> out.write(response.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits between bytes; ends at once when the test is over. */
    void pause(long millis) throws InterruptedException {
        if (closed.await(millis, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.submit(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (socket.getInputStream().read(new byte[65_536]) > 0) {
                answer.write(socket.getOutputStream(), this);
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client hung up: that is what most of these tests are about.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        threads.shutdownNow();
    }
}
