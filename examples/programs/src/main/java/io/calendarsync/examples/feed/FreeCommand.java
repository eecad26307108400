package io.calendarsync.examples.feed;

import io.calendarsync.Answer;
import io.calendarsync.Slot;
import io.calendarsync.SlotQuery;
import io.calendarsync.WorkingHours;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Times;
import io.calendarsync.model.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints when nothing in some feeds takes place; keeps nothing. */
@Command(
        name = "free",
        description = "Prints the slots in which no event of one feed or several blocks time; keeps nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Of a feed that cannot be read nothing is known, so nothing is free.",
            "Exit codes: 0 fine, 1 the output was closed, 2 bad usage, 3 a feed is unreadable or refused."
        })
final class FreeCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Question question = new Question();

    @Option(names = "--duration", paramLabel = "PT30M", required = true, description = "how long a slot lasts")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--hours",
            paramLabel = "09:00-17:00",
            split = ",",
            description = "the hours of every day in which slots lie, several with commas; all day if not given")
    private List<String> hours = new ArrayList<>(List.of("00:00-24:00"));

    @Option(names = "--weekdays", description = "only from Monday to Friday")
    private boolean weekdays;

    @Option(
            names = "--step",
            paramLabel = "PT15M",
            description = "how far apart slots start; as far as they last if not given")
    private @Nullable Duration step;

    @Option(
            names = "--buffer",
            paramLabel = "PT10M",
            description = "what has to be free before and after a slot as well")
    private Duration buffer = Duration.ZERO;

    /** Reads the feeds and prints the slots. */
    @Override
    public Integer call() {
        SlotQuery query = query();
        return question.answer(spec, "slots", (diary, within, report) -> {
            Answer<Slot> answer = diary.agenda().slots(query);
            if (answer.items().size() == MOST) {
                throw Refusal.usage("more than " + MOST + " slots: ask for a shorter time or a longer --step");
            }
            answer.items()
                    .forEach(slot -> report.slot(
                            Times.at(slot.time().start(), question.period().zone),
                            Times.at(slot.time().end(), question.period().zone)));
            return answer;
        });
    }

    private SlotQuery query() {
        Interval within = question.period().within();
        try {
            String[] texts = hours.toArray(String[]::new);
            WorkingHours none = WorkingHours.in(question.period().zone);
            return SlotQuery.of(Diary.OWNER, within, duration)
                    .every(step == null ? duration : step)
                    .buffers(buffer, buffer)
                    .hours(weekdays ? none.weekdays(texts) : none.everyDay(texts))
                    .atMost(MOST);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }
}
