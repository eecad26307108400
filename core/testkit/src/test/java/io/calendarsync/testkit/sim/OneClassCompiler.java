package io.calendarsync.testkit.sim;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles single classes against the class path of the test, and keeps what it has read of that: the second class costs a
 * tenth of the first. Thread-safe, one at a time.
 */
final class OneClassCompiler {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

    /** Returns the byte code of a class and of those nested in it, by name. */
    synchronized Map<String, byte[]> compile(String name, String source) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"), "-implicit:none");
        boolean compiled = compiler.getTask(
                        null,
                        intoMemory(classes),
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

    private JavaFileManager intoMemory(Map<String, ByteArrayOutputStream> classes) {
        return new ForwardingJavaFileManager<>(files) {
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
