package io.calendarsync.examples.verify;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.consent.ConsentFlow;
import io.calendarsync.examples.consent.LoopbackRedirect;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Grant;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Gets a grant for one run, which is revoked at its end and kept nowhere. */
final class LiveConsent {

    private static final int SECRET_BYTES = 48;

    private final AuthorizationServer server;
    private final ConsentFlow.Browser browser;
    private final Duration patience;

    LiveConsent(AuthorizationServer server, ConsentFlow.Browser browser, Duration patience) {
        this.server = server;
        this.browser = browser;
        this.patience = patience;
    }

    /**
     * Asks for consent.
     *
     * @param account which account, empty where the user may choose
     * @param scope what to ask for instead of what the library asks for, empty for that
     */
    Grant ask(String account, String scope) {
        try (LoopbackRedirect redirect = LoopbackRedirect.open()) {
            Consent consent = new Consent(redirect.address(), secret(), secret(), Access.READ_WRITE, account);
            browser.open(page(consent, scope));
            Map<String, String> brought = redirect.await(patience)
                    .orElseThrow(() -> Refusal.unreadable("nobody has decided within " + patience));
            if (!consent.state().equals(brought.get("state")) || !brought.containsKey("code")) {
                throw Refusal.unreadable("the user did not consent");
            }
            return server.exchange(consent, brought.getOrDefault("code", ""));
        } catch (CalendarSyncException e) {
            throw Refusal.unreadable(Refusal.sentence(e));
        } catch (IOException e) {
            throw Refusal.unreadable("the consent page cannot be opened, or no port be listened on");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unreadable("interrupted while waiting for consent");
        }
    }

    private URI page(Consent consent, String scope) {
        String page = server.consentPage(consent).toString();
        return URI.create(
                scope.isEmpty() ? page : page.replaceFirst("([?&]scope=)[^&]*", "$1" + LiveApi.encoded(scope)));
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
