package io.calendarsync.testkit.sim;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The whole library and its simulation once more, with one class that was compiled from a changed copy of its source.
 * Everything of ours is loaded anew, so that the changed class is the only one there is.
 */
final class MutatedEngine extends ClassLoader {

    private static final String OURS = "io.calendarsync.";
    private static final Path SOURCES = Path.of("..", "library", "src", "main", "java");
    private static final OneClassCompiler COMPILER = new OneClassCompiler();

    /** What is loaded anew for each engine is read once. */
    private static final Map<String, byte[]> UNCHANGED = new ConcurrentHashMap<>();

    private final Map<String, byte[]> changed;

    private MutatedEngine(Map<String, byte[]> changed) {
        super(MutatedEngine.class.getClassLoader());
        this.changed = changed;
    }

    /** Compiles the class with the fault in it. */
    static MutatedEngine with(PlantedFault fault) throws IOException {
        return new MutatedEngine(COMPILER.compile(name(fault), source(fault)));
    }

    /** Returns the source of the class with the fault in it. */
    static String source(PlantedFault fault) throws IOException {
        String source = Files.readString(SOURCES.resolve(name(fault).replace('.', '/') + ".java"));
        int at = source.indexOf(fault.text());
        if (at < 0 || source.indexOf(fault.text(), at + 1) >= 0) {
            throw new AssertionError("the text of " + fault.name() + " has to stand in " + name(fault) + " once");
        }
        return source.substring(0, at)
                + fault.replacement()
                + source.substring(at + fault.text().length());
    }

    private static String name(PlantedFault fault) {
        return OURS + "engine." + fault.className();
    }

    /** Runs the history of a seed over this engine; returns what broke. */
    @SuppressWarnings("unchecked")
    Optional<String> history(long seed) throws ReflectiveOperationException {
        Class<?> type = loadClass(Simulation.class.getName());
        Object simulation = type.getConstructor(int.class).newInstance(1);
        try {
            return (Optional<String>) type.getMethod("history", long.class).invoke(simulation, seed);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof VirtualMachineError exhausted) {
                // An engine that runs out of stack or memory is found out as well.
                return Optional.of("the engine does not come to its end: " + exhausted);
            }
            throw e;
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = changed.get(name);
        if (bytes == null) {
            bytes = UNCHANGED.get(name);
        }
        if (bytes == null) {
            bytes = read(name);
            UNCHANGED.put(name, bytes);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] read(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
