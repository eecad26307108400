package io.calendarsync.examples.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes of UTF-8 on a command's output, whatever pieces they come in. Nothing is held back. Confined to one thread. */
final class PrintedBytes extends OutputStream {

    private static final int PIECE = 8192;

    private final PrintWriter out;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    private final CharBuffer chars = CharBuffer.allocate(PIECE);

    PrintedBytes(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        for (int at = 0; at < length; ) {
            int piece = Math.min(bytes.remaining(), length - at);
            bytes.put(from, offset + at, piece);
            at += piece;
            print();
        }
    }

    /** A character of which bytes are still to come waits for them. */
    private void print() throws IOException {
        bytes.flip();
        decoder.decode(bytes, chars, false);
        bytes.compact();
        chars.flip();
        out.print(chars);
        chars.clear();
        if (out.checkError()) {
            throw new IOException("the output is closed or full");
        }
    }
}
