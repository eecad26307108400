package io.calendarsync.google.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server that sends what it is told for any request and then lets the connection go, gently or not. */
final class BrokenServer implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] answer;
    private final boolean reset;

    BrokenServer(String answer, boolean reset) {
        try {
            this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        this.reset = reset;
        Thread thread = new Thread(this::serve, "broken-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[10_000]);
                OutputStream out = socket.getOutputStream();
                out.write(answer);
                out.flush();
                if (reset) {
                    socket.setSoLinger(true, 0);
                }
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
