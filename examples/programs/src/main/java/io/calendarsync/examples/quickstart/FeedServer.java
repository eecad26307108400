package io.calendarsync.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Serves one feed on this machine; what it serves can be exchanged. */
final class FeedServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    static final String NO_EVENTS =
            lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CalendarSync//Quickstart//EN", "END:VCALENDAR");

    static final String FIVE_EVENTS = NO_EVENTS.replace(
            "END:VCALENDAR",
            event("standup", "Stand-up", "20270301T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR")
                    + event("review", "Review", "20270302T140000", "LOCATION:Room 2")
                    + event("lunch", "Lunch with Ben", "20270303T120000", "TRANSP:TRANSPARENT")
                    + event("dentist", "Dentist", "20270304T083000", "CLASS:PRIVATE")
                    + event("retreat", "Retreat", "20270305T090000", "STATUS:TENTATIVE")
                    + "END:VCALENDAR");

    static final String PRIVATE_EVENTS = NO_EVENTS.replace(
            "END:VCALENDAR",
            event("school", "Parents' evening", "20270302T143000", "LOCATION:School")
                    + event("train", "Train to Hamburg", "20270302T100000", "STATUS:CANCELLED")
                    + "END:VCALENDAR");

    private final HttpServer server;
    private volatile String body = NO_EVENTS;

    private FeedServer(HttpServer server) {
        this.server = server;
    }

    static FeedServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), 0), 0);
        FeedServer server = new FeedServer(http);
        http.createContext("/team.ics", exchange -> answer(exchange, server.body));
        http.createContext("/private.ics", exchange -> answer(exchange, PRIVATE_EVENTS));
        http.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    URI address() {
        return address("team.ics");
    }

    URI privateAddress() {
        return address("private.ics");
    }

    private URI address(String name) {
        return URI.create("http://" + HOST + ":" + server.getAddress().getPort() + "/" + name);
    }

    void serve(String text) {
        body = text;
    }

    String body() {
        return body;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String event(String uid, String title, String start, String more) {
        return lines(
                "BEGIN:VEVENT",
                "UID:" + uid,
                "DTSTAMP:20270101T000000Z",
                "SUMMARY:" + title,
                "DTSTART;TZID=Europe/Berlin:" + start,
                "DURATION:PT1H",
                more,
                "END:VEVENT");
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}
