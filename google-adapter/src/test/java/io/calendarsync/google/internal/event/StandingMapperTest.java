package io.calendarsync.google.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Disposition;
import io.calendarsync.model.EventKind;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingMapperTest {

    @Test
    void what_is_absent_is_the_default() {
        assertThat(StandingMapper.read(Json.object())).isEqualTo(Disposition.ordinary());
    }

    @ParameterizedTest
    @CsvSource({
        "tentative,opaque,public,default,TENTATIVE,BUSY,PUBLIC,DEFAULT",
        "cancelled,opaque,private,default,CANCELLED,BUSY,PRIVATE,DEFAULT",
        "confirmed,transparent,confidential,default,CONFIRMED,FREE,CONFIDENTIAL,DEFAULT",
        "confirmed,opaque,default,outOfOffice,CONFIRMED,OUT_OF_OFFICE,DEFAULT,OUT_OF_OFFICE",
        "confirmed,transparent,default,workingLocation,CONFIRMED,FREE,DEFAULT,WORKING_LOCATION",
        "confirmed,opaque,default,workingLocation,CONFIRMED,WORKING_ELSEWHERE,DEFAULT,WORKING_LOCATION",
        "confirmed,opaque,default,focusTime,CONFIRMED,BUSY,DEFAULT,FOCUS_TIME",
        "haunted,solid,glowing,seance,CONFIRMED,BUSY,DEFAULT,OTHER"
    })
    void every_standing_is_read_and_unknown_ones_as_the_default(
            String status,
            String transparency,
            String visibility,
            String type,
            EventStatus readStatus,
            ShowAs readShowAs,
            Visibility readVisibility,
            EventKind readKind) {
        ObjectNode event = Json.object()
                .put("status", status)
                .put("transparency", transparency)
                .put("visibility", visibility)
                .put("eventType", type);

        assertThat(StandingMapper.read(event))
                .isEqualTo(new Disposition(readStatus, readShowAs, readVisibility, readKind));
    }

    @ParameterizedTest
    @EnumSource(
            value = ShowAs.class,
            names = {"FREE", "BUSY"})
    void busy_and_free_read_as_they_were_written(ShowAs showAs) {
        ObjectNode event = Json.object();

        assertThat(StandingMapper.write(showAs, event)).isEmpty();

        assertThat(StandingMapper.read(event).showAs()).isEqualTo(showAs);
    }

    @ParameterizedTest
    @EnumSource(
            value = ShowAs.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FREE", "BUSY"})
    void what_lies_between_cannot_be_written(ShowAs showAs) {
        assertThat(StandingMapper.write(showAs, Json.object())).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void every_visibility_reads_as_it_was_written(Visibility visibility) {
        ObjectNode event = Json.object();

        assertThat(StandingMapper.write(visibility, event)).isEmpty();

        assertThat(StandingMapper.read(event).visibility()).isEqualTo(visibility);
    }
}
