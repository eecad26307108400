package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.calendarsync.testkit.store.Death;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes one connection on to a server until a COMMIT comes by, and cuts it before or after the server has done it. */
final class CuttingRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final int serverPort;
    private final Death moment;
    private volatile boolean cutting;
    private volatile boolean cut;

    private CuttingRelay(ServerSocket listener, int serverPort, Death moment) {
        this.listener = listener;
        this.serverPort = serverPort;
        this.moment = moment;
    }

    static CuttingRelay to(int serverPort, Death moment) throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CuttingRelay relay = new CuttingRelay(listener, serverPort, moment);
        start(relay::relay);
        return relay;
    }

    int port() {
        return listener.getLocalPort();
    }

    boolean hasCut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private interface Relaying {
        void run() throws IOException;
    }

    private static void start(Relaying relaying) {
        Thread thread = new Thread(() -> {
            try {
                relaying.run();
            } catch (IOException closed) {
                // The other direction has cut the connection, or the test is over.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void relay() throws IOException {
        try (Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            start(() -> answers(server.getInputStream(), client.getOutputStream(), client));
            requests(client.getInputStream(), server.getOutputStream(), client);
        }
    }

    private void requests(InputStream from, OutputStream to, Socket client) throws IOException {
        byte[] buffer = new byte[65_536];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            cutting = cutting || new String(buffer, 0, count, ISO_8859_1).contains("COMMIT");
            if (cutting && moment == Death.BEFORE_COMMIT) {
                cut(client);
                return;
            }
            to.write(buffer, 0, count);
        }
    }

    private void answers(InputStream from, OutputStream to, Socket client) throws IOException {
        byte[] buffer = new byte[65_536];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            if (cutting) {
                cut(client);
                return;
            }
            to.write(buffer, 0, count);
        }
    }

    private void cut(Socket client) throws IOException {
        cut = true;
        client.close();
    }
}
