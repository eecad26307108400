package io.calendarsync.examples.feed;

import io.calendarsync.Answer;
import io.calendarsync.Clash;
import io.calendarsync.examples.report.Report;
import io.calendarsync.examples.report.Times;
import io.calendarsync.recurrence.Occurrence;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints which events of some feeds take place at the same time; keeps nothing. */
@Command(
        name = "conflicts",
        description = "Prints which events of one feed or several block the same time; keeps nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is cancelled or shown as free blocks no time. The same meeting in two feeds is one.",
            "Exit codes: 0 fine, 1 the output was closed, 2 bad usage, 3 a feed is unreadable or refused."
        })
final class ConflictsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Question question = new Question();

    /** Reads the feeds, compares them and prints what clashes. */
    @Override
    public Integer call() {
        return question.answer(spec, "conflicts", (diary, within, report) -> {
            Answer<Clash> answer = diary.agenda().conflicts(Diary.OWNER, within);
            answer.items().forEach(clash -> report.clash(clash(diary, clash)));
            return answer;
        });
    }

    private Report.Conflict clash(Diary diary, Clash clash) {
        ZoneId zone = question.period().zone;
        return new Report.Conflict(
                side(diary, clash.one()),
                side(diary, clash.other()),
                Times.at(clash.shared().start(), zone),
                Times.at(clash.shared().end(), zone));
    }

    private Report.Side side(Diary diary, Occurrence one) {
        return new Report.Side(diary.name(one.event().ref().calendarId()), Times.instance(one, question.period().zone));
    }
}
