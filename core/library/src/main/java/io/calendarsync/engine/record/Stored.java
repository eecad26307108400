package io.calendarsync.engine.record;

/** A value as it was read, with the version a write over it has to expect. */
public record Stored<T>(T value, long version) {

    /** Returns another value that is to replace the same version. */
    public <U> Stored<U> with(U other) {
        return new Stored<>(other, version);
    }
}
