package io.calendarsync.benchmarks.google;

import com.sun.net.httpserver.HttpServer;
import io.calendarsync.benchmarks.BenchmarkFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The pages of a calendar as the sandbox told them, compressed as it did, told again without any work: what is measured
 * is then the reader alone. To be started after the sandbox, which sees to it that servers of this process do not wait.
 */
final class Recording implements AutoCloseable {

    private static final Pattern NEXT = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");
    private static final Pattern ASKED = Pattern.compile("(?:^|&)pageToken=([^&]*)");

    private final Map<String, byte[]> pages = new HashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "recording");
        thread.setDaemon(true);
        return thread;
    });
    private long bytes;

    private Recording(HttpServer server) {
        this.server = server;
    }

    /** Records a calendar and plays it. */
    static Recording of(Entrance entrance) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            Recording recording = new Recording(http);
            recording.record(entrance);
            recording.play();
            return recording;
        } catch (IOException fault) {
            throw new BenchmarkFailure("the sandbox's pages cannot be recorded", fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", stopped);
        }
    }

    private void record(Entrance entrance) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String page = "";
        boolean more = true;
        while (more) {
            String query = "?maxResults=" + Entrance.PAGE + "&timeMin=" + Entrance.FROM
                    + (page.isEmpty() ? "" : "&pageToken=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(entrance.root()
                                    .resolve("calendar/v3/calendars/" + entrance.calendar() + "/events" + query))
                            .header("Authorization", "Bearer " + entrance.accessToken())
                            .header("Accept-Encoding", "gzip")
                            .header("User-Agent", "recorder (gzip)")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new BenchmarkFailure("the sandbox answers " + answer.statusCode());
            }
            pages.put(page, answer.body());
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
            bytes += plain.length;
            Matcher next = NEXT.matcher(new String(plain, StandardCharsets.UTF_8));
            more = next.find();
            page = more ? next.group(1) : "";
        }
    }

    private void play() {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            Matcher asked = ASKED.matcher(query);
            String page = asked.find() ? URLDecoder.decode(asked.group(1), StandardCharsets.UTF_8) : "";
            byte[] body = pages.getOrDefault(page, new byte[0]);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Returns how many bytes of JSON all pages are. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
