package io.calendarsync.spi.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.Misconfigured;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AesGcmRecordCipherTest {

    private static final RecordKey RECORD = new RecordKey("connection", "owner", "c1");
    private static final byte[] PLAIN = "https://example.com/secret.ics".getBytes(UTF_8);

    private final AesGcmRecordCipher cipher = AesGcmRecordCipher.of("k1", key(1));

    @Test
    void decrypt_ofWhatWasEncryptedForTheRecord_givesThePlainBytes() {
        assertThat(cipher.decrypt(RECORD, cipher.encrypt(RECORD, PLAIN))).isEqualTo(PLAIN);
        assertThat(cipher.decrypt(RECORD, cipher.encrypt(RECORD, new byte[0]))).isEmpty();
    }

    @Test
    void encrypt_neverGivesTheSameBytesTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(HexFormat.of().formatHex(cipher.encrypt(RECORD, PLAIN))))
                    .isTrue();
        }
    }

    @Test
    void encrypt_hidesThePlainBytes() {
        assertThat(new String(cipher.encrypt(RECORD, PLAIN), UTF_8)).doesNotContain("secret", "https");
    }

    @Test
    void decrypt_inAnotherRow_fails() {
        byte[] encrypted = cipher.encrypt(RECORD, PLAIN);
        for (RecordKey other : new RecordKey[] {
            new RecordKey("connection", "owner", "c2"),
            new RecordKey("connection", "other", "c1"),
            new RecordKey("watch", "owner", "c1"),
            new RecordKey("connection", "ownerc", "1"),
            new RecordKey("connectiono", "wner", "c1"),
            new RecordKey("connection", "", "ownerc1")
        }) {
            assertThatExceptionOfType(CipherException.class)
                    .as("moved to %s", other)
                    .isThrownBy(() -> cipher.decrypt(other, encrypted));
        }
    }

    @Test
    void decrypt_ofTwoSwappedRows_fails() {
        RecordKey other = new RecordKey("connection", "owner", "c2");
        byte[] mine = cipher.encrypt(RECORD, PLAIN);
        byte[] theirs = cipher.encrypt(other, PLAIN);
        assertThatExceptionOfType(CipherException.class).isThrownBy(() -> cipher.decrypt(RECORD, theirs));
        assertThatExceptionOfType(CipherException.class).isThrownBy(() -> cipher.decrypt(other, mine));
    }

    @Test
    void decrypt_ofTruncatedBytes_failsAtEveryLength() {
        byte[] encrypted = cipher.encrypt(RECORD, PLAIN);
        for (int length = 0; length < encrypted.length; length++) {
            byte[] cut = Arrays.copyOf(encrypted, length);
            assertThatExceptionOfType(CipherException.class).isThrownBy(() -> cipher.decrypt(RECORD, cut));
        }
        byte[] longer = Arrays.copyOf(encrypted, encrypted.length + 1);
        assertThatExceptionOfType(CipherException.class).isThrownBy(() -> cipher.decrypt(RECORD, longer));
    }

    @Test
    void decrypt_withAnyBitFlipped_fails() {
        AesGcmRecordCipher both = cipher.alsoReading("k3", key(1));
        byte[] encrypted = cipher.encrypt(RECORD, PLAIN);
        for (int bit = 0; bit < encrypted.length * 8; bit++) {
            byte[] flipped = encrypted.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(RuntimeException.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> both.decrypt(RECORD, flipped))
                    .matches(e -> e instanceof CipherException || e instanceof Misconfigured);
        }
    }

    @Test
    void decrypt_ofAnotherKeyIdWithTheSameKey_fails() {
        AesGcmRecordCipher renamed = AesGcmRecordCipher.of("k2", key(1));
        byte[] encrypted = cipher.encrypt(RECORD, PLAIN);
        encrypted[3] = '2';
        assertThatExceptionOfType(CipherException.class).isThrownBy(() -> renamed.decrypt(RECORD, encrypted));
    }

    @Test
    void decrypt_withAKeyThisNodeDoesNotHold_saysWhichAndWhatToDo() {
        byte[] encrypted = AesGcmRecordCipher.of("k2", key(2)).encrypt(RECORD, PLAIN);
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> cipher.decrypt(RECORD, encrypted))
                .withMessageContaining("k2")
                .withMessageContaining("every node")
                .isInstanceOf(CalendarSyncException.class);
    }

    @Test
    void decrypt_withOtherBytesUnderTheSameId_fails() {
        byte[] encrypted = AesGcmRecordCipher.of("k1", key(9)).encrypt(RECORD, PLAIN);
        assertThatExceptionOfType(CipherException.class).isThrownBy(() -> cipher.decrypt(RECORD, encrypted));
    }

    @Test
    void keys_rolledOutForReadingFirst_areReadableByEveryNodeAtEveryStep() {
        AesGcmRecordCipher readsBoth = cipher.alsoReading("k2", key(2));
        AesGcmRecordCipher writesNew = AesGcmRecordCipher.of("k2", key(2)).alsoReading("k1", key(1));
        byte[] old = cipher.encrypt(RECORD, PLAIN);
        byte[] stillOld = readsBoth.encrypt(RECORD, PLAIN);
        byte[] fresh = writesNew.encrypt(RECORD, PLAIN);

        assertThat(cipher.decrypt(RECORD, stillOld)).isEqualTo(PLAIN);
        assertThat(readsBoth.decrypt(RECORD, old)).isEqualTo(PLAIN);
        assertThat(readsBoth.decrypt(RECORD, fresh)).isEqualTo(PLAIN);
        assertThat(writesNew.decrypt(RECORD, stillOld)).isEqualTo(PLAIN);
        assertThat(readsBoth.isOld(old)).isFalse();
        assertThat(writesNew.isOld(old)).isTrue();
        assertThat(writesNew.isOld(fresh)).isFalse();
    }

    @Test
    void bytesOfTheFirstRelease_stayReadable() {
        byte[] stored = HexFormat.of()
                .parseHex(
                        "01026b314af4316ddfb7cee3cbb4e8284f869a17429720fe80517f31f8f8e246651b9026b57a950d9e216b0b3618adb1360e6f3a07ed3c8444224ea96f6f");
        assertThat(cipher.decrypt(RECORD, stored)).isEqualTo(PLAIN);
    }

    @Test
    void bytesThatWereNeverEncrypted_areRefused() {
        byte[] json = "{\"url\":\"https://example.com\"}".getBytes(UTF_8);
        assertThatExceptionOfType(CipherException.class).isThrownBy(() -> cipher.decrypt(RECORD, json));
        assertThatExceptionOfType(CipherException.class).isThrownBy(() -> cipher.isOld(json));
        assertThatExceptionOfType(CipherException.class).isThrownBy(() -> cipher.isOld(new byte[] {1, -1, 0}));
    }

    @Test
    void keysThatCannotBeRight_areRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> AesGcmRecordCipher.of("k1", new byte[16]));
        assertThatIllegalArgumentException().isThrownBy(() -> AesGcmRecordCipher.of("", key(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> AesGcmRecordCipher.of("k 1", key(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.alsoReading("k1", key(2)));
    }

    @Test
    void aKeyArrayWipedAfterwards_isStillHeld() {
        byte[] key = key(1);
        AesGcmRecordCipher copying = AesGcmRecordCipher.of("k1", key);
        Arrays.fill(key, (byte) 0);
        assertThat(cipher.decrypt(RECORD, copying.encrypt(RECORD, PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void toString_namesKeysAndHidesTheirBytes() {
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
        assertThat(AesGcmRecordCipher.of("k1", key).alsoReading("k0", key(2)))
                .hasToString("AesGcmRecordCipher[encrypts with k1, decrypts with [k0, k1]]");
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
