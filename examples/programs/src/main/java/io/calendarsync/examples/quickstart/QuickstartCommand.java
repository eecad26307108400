package io.calendarsync.examples.quickstart;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The library in five minutes: a feed that breaks in four ways, and a Google account at a stand-in for Google. */
@Command(
        name = "quickstart",
        description =
                "Shows the library on a feed and a Google account that it serves itself: no arguments, no network.",
        mixinStandardHelpOptions = true)
public final class QuickstartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Tells the story. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Story story = new Story(spec.commandLine().getOut());
        new FeedWalk(story).tell();
        try (GoogleWalk walk = new GoogleWalk(story)) {
            walk.tell();
        }
        story.say("\nNothing was lost, and nothing was deleted that somebody had not deleted.");
        return 0;
    }
}
