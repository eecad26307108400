package io.calendarsync.testkit.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The whole library and its simulation once more, with one class that was compiled from a changed copy of its source.
 * Everything of ours is loaded anew, so that the changed class is the only one there is.
 */
final class MutatedEngine extends ClassLoader {

    private static final String OURS = "io.calendarsync.";
    private static final Path SOURCES = Path.of("..", "library", "src", "main", "java");

    private final Map<String, byte[]> changed;

    private MutatedEngine(Map<String, byte[]> changed) {
        super(MutatedEngine.class.getClassLoader());
        this.changed = changed;
    }

    /** Compiles the class with the fault in it. */
    static MutatedEngine with(PlantedFault fault) throws IOException {
        return new MutatedEngine(compile(name(fault), source(fault)));
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

    private static Map<String, byte[]> compile(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaFileManager files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(problems, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                classes.put(className, bytes);
                return new InMemory(className, kind, "") {
                    @Override
                    public OutputStream openOutputStream() {
                        return bytes;
                    }
                };
            }
        };
        List<String> options =
                List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"), "-implicit:none");
        boolean compiled = compiler.getTask(
                        null,
                        files,
                        problems,
                        options,
                        null,
                        List.of(new InMemory(name, JavaFileObject.Kind.SOURCE, source)))
                .call();
        if (!compiled) {
            throw new AssertionError("the changed " + name + " does not compile: " + problems.getDiagnostics());
        }
        Map<String, byte[]> result = new HashMap<>();
        classes.forEach((className, bytes) -> result.put(className, bytes.toByteArray()));
        return result;
    }

    /** Runs the history of a seed over this engine; returns what broke. */
    @SuppressWarnings("unchecked")
    Optional<String> history(long seed) throws ReflectiveOperationException {
        Class<?> type = loadClass(Simulation.class.getName());
        Object simulation = type.getConstructor(int.class).newInstance(1);
        return (Optional<String>) type.getMethod("history", long.class).invoke(simulation, seed);
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
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                bytes = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** A file that is none. */
    private static class InMemory extends SimpleJavaFileObject {
        private final String source;

        InMemory(String className, JavaFileObject.Kind kind, String source) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
