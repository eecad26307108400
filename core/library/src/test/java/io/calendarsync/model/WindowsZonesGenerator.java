package io.calendarsync.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Writes {@code windows-zones.tsv} from the CLDR's {@code windowsZones.xml}: arguments are that file and the table.
 * One row for each Windows zone: its name, its id for territory 001, and all its ids.
 */
final class WindowsZonesGenerator {

    private WindowsZonesGenerator() {}

    public static void main(String[] args) throws Exception {
        Files.writeString(Path.of(args[1]), table(Path.of(args[0])), StandardCharsets.UTF_8);
    }

    static String table(Path windowsZones) throws Exception {
        Map<String, Set<String>> ids = new TreeMap<>();
        Map<String, String> defaults = new TreeMap<>();
        for (Element zone : elements(windowsZones, "mapZone")) {
            String windows = zone.getAttribute("other");
            List<String> types = List.of(zone.getAttribute("type").split(" "));
            ids.computeIfAbsent(windows, name -> new LinkedHashSet<>()).addAll(types);
            if (zone.getAttribute("territory").equals("001")) {
                defaults.put(windows, types.get(0));
            }
        }
        String version = elements(windowsZones, "version").get(0).getAttribute("cldrVersion");
        StringBuilder table = new StringBuilder("# Generated from windowsZones.xml of CLDR " + version
                + ", licence Unicode-3.0: see windows-zones-LICENSE.txt.\n"
                + "# Windows name, id for territory 001, all ids; ids in the CLDR's spelling.\n");
        ids.forEach((windows, all) ->
                table.append(windows + "\t" + defaults.get(windows) + "\t" + String.join(" ", all) + "\n"));
        return table.toString();
    }

    private static List<Element> elements(Path xml, String name) throws Exception {
        try (var in = Files.newInputStream(xml)) {
            var nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName(name);
            return java.util.stream.IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> (Element) nodes.item(i))
                    .toList();
        } catch (IOException e) {
            throw new IOException("cannot read " + xml, e);
        }
    }
}
