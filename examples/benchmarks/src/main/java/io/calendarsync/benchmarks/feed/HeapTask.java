package io.calendarsync.benchmarks.feed;

/** What is done with as little heap as possible. */
enum HeapTask {
    /** Reads every page and keeps none. */
    READ("read, page by page"),

    /** Reads it for the first time into H2, in a file. */
    STORE("first sync into H2 on disk"),

    /** Reads it for the first time into the store that holds all in memory. */
    REMEMBER("first sync into the store in memory");

    private final String subject;

    HeapTask(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }
}
