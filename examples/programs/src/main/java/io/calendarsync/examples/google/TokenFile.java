package io.calendarsync.examples.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.calendarsync.Detail;
import io.calendarsync.Tokens;
import io.calendarsync.examples.Refusal;
import io.calendarsync.model.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Tokens that somebody got elsewhere, in a file: arguments are visible to other users of a machine. */
final class TokenFile {

    /** What tokens last where nothing is said. */
    private static final Duration HOUR = Duration.ofHours(1);

    private static final int LONGEST = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenFile() {}

    /** What the tokens are said to allow, and how much is kept. */
    record Asked(Access access, Detail detail) {}

    static Tokens read(Path file, Asked asked) {
        try {
            if (Files.size(file) > LONGEST) {
                throw Refusal.usage("the token file is too large to be one");
            }
            String text = Files.readString(file, UTF_8).strip();
            return text.startsWith("{") ? tokens(JSON.readTree(text), asked) : token(text, asked);
        } catch (IOException e) {
            throw Refusal.usage("the token file cannot be read, or is no JSON");
        }
    }

    private static Tokens tokens(JsonNode answer, Asked asked) {
        String refresh = answer.path("refresh_token").asText();
        long seconds = answer.path("expires_in").asLong(HOUR.toSeconds());
        String access = require(answer.path("access_token").asText());
        return new Tokens(
                refresh.isEmpty() ? Metered.NO_REFRESH_TOKEN : refresh,
                access,
                InstantSource.system().instant().plusSeconds(Math.max(0, seconds)),
                asked.access());
    }

    private static Tokens token(String text, Asked asked) {
        return new Tokens(
                Metered.NO_REFRESH_TOKEN,
                require(text),
                InstantSource.system().instant().plus(HOUR),
                asked.access());
    }

    private static String require(String token) {
        if (!token.matches("[!-~]+")) {
            throw Refusal.usage("the token file holds no token");
        }
        return token;
    }
}
