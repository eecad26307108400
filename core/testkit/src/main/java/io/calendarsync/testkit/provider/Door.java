package io.calendarsync.testkit.provider;

import io.calendarsync.spi.provider.AccessTokens;

/** How a session gets in. */
sealed interface Door {

    /** Returns the name of the account, empty where only the server can tell. */
    String account();

    /** Returns the account, or refuses. */
    FakeAccount enter();

    /** With the secret in an address. */
    record Address(FakeCalendars server, FakeAddress address) implements Door {
        @Override
        public String account() {
            return address.account();
        }

        @Override
        public FakeAccount enter() {
            return server.enter(address);
        }
    }

    /** With an access token; one that is refused is replaced once, as every adapter has to. */
    record Token(FakeCalendars server, AccessTokens tokens) implements Door {
        @Override
        public String account() {
            return "";
        }

        @Override
        public FakeAccount enter() {
            String token = tokens.current();
            try {
                return server.grants().enter(token);
            } catch (Refusal refusal) {
                if (refusal.status() != 401) {
                    throw refusal;
                }
                return server.grants().enter(tokens.insteadOf(token));
            }
        }
    }
}
