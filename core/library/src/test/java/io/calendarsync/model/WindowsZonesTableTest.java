package io.calendarsync.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WindowsZonesTableTest {

    @Test
    void committedTable_isWhatTheGeneratorWrites() throws Exception {
        Path source = Path.of(System.getProperty("calendarsync.shared", "../shared"), "data", "windowsZones.xml");
        assumeTrue(Files.exists(source), "skipped: no reference data at " + source);
        try (var committed = ZoneNames.class.getResourceAsStream("windows-zones.tsv")) {
            assertThat(new String(committed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(WindowsZonesGenerator.table(source));
        }
    }
}
