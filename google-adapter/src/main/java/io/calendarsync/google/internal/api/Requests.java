package io.calendarsync.google.internal.api;

import com.google.api.client.http.HttpRequest;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.RequestBudget;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends the requests of one session: each is paid for, and a token that is refused is replaced once. Confined to one
 * thread.
 */
public final class Requests {

    private final Exchange exchange;
    private final AccessTokens tokens;
    private final RequestBudget budget;
    private final Faults faults;

    /** What was sent ahead and is paid for. */
    private Optional<HttpRequest> begun = Optional.empty();

    /**
     * Creates the requests of a session.
     *
     * @param exchange sends them
     * @param tokens opens the account
     * @param budget pays for them
     * @param faults names what goes wrong
     */
    public Requests(Exchange exchange, AccessTokens tokens, RequestBudget budget, Faults faults) {
        this.exchange = exchange;
        this.tokens = tokens;
        this.budget = budget;
        this.faults = faults;
    }

    /** Returns what names the faults of this session. */
    public Faults faults() {
        return faults;
    }

    /** Sends a request and returns the answer, whatever it is but a token refused. */
    public Answer send(Call call) {
        String token = tokens.current();
        Answer answer = once(call, token);
        if (!tokenRefused(answer)) {
            return answer;
        }
        String other = tokens.insteadOf(token);
        if (other.equals(token)) {
            throw faults.tokenRefused();
        }
        Answer again = once(call, other);
        if (tokenRefused(again)) {
            throw faults.tokenRefused();
        }
        return again;
    }

    /** A 401 also says that Google may not call an address of ours, which no other token changes. */
    private static boolean tokenRefused(Answer answer) {
        return answer.status() == 401 && !answer.refusal().says("webhookUrlUnauthorized");
    }

    /**
     * Sends a request that is likely to be wanted next, and does not wait: the same one sent later takes the answer. What
     * goes wrong is told then.
     */
    public void ahead(Call call, JdkTransport transport) {
        try {
            HttpRequest request = build(call, tokens.current());
            budget.spend(1);
            exchange.begin(request, transport);
            begun = Optional.of(request);
        } catch (IOException | CalendarSyncException later) {
            begun = Optional.empty();
        }
    }

    /** Sends a request and returns the answer, which is a success. */
    public Answer require(Call call) {
        Answer answer = send(call);
        if (!answer.isSuccess()) {
            throw faults.of(answer.refusal());
        }
        return answer;
    }

    private Answer once(Call call, String token) {
        try {
            HttpRequest request = build(call, token);
            if (!isPaid(request)) {
                budget.spend(1);
            }
            return exchange.send(request);
        } catch (IOException e) {
            throw faults.broken(e);
        }
    }

    private HttpRequest build(Call call, String token) throws IOException {
        // The JDK's client quotes a header it cannot send.
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw faults.unusableToken();
        }
        HttpRequest request = call.build();
        request.getHeaders().setAuthorization("Bearer " + token);
        return request;
    }

    private boolean isPaid(HttpRequest request) {
        boolean paid = begun.filter(known -> known.getUrl().equals(request.getUrl())
                        && known.getHeaders()
                                .getAuthorization()
                                .equals(request.getHeaders().getAuthorization()))
                .isPresent();
        if (paid) {
            begun = Optional.empty();
        }
        return paid;
    }

    /** Builds a request, anew each time it is sent. */
    @FunctionalInterface
    public interface Call {
        /** Returns the request, without what opens the account. */
        HttpRequest build() throws IOException;
    }
}
