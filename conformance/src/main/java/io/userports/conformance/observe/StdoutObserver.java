package io.userports.conformance.observe;

/** The standard output of a CEMS: each line is a message. */
final class StdoutObserver implements Observer {
    private final Interpreter interpreter;

    StdoutObserver(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public void line(String line) {
        interpreter.take(Message.of(line), System.nanoTime());
    }

    @Override
    public void close() {}
}
