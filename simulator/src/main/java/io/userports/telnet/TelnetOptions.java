package io.userports.telnet;

import java.util.HashSet;
import java.util.Set;

/** Which options one side of a connection uses and lets the other use; it answers no agreement, so that no loop begins. */
public final class TelnetOptions {
    private static final Set<Integer> KNOWN = Set.of(Telnet.BINARY, Telnet.SUPPRESS_GO_AHEAD, Telnet.COM_PORT);
    private static final byte[] NOTHING = {};

    private final Set<Integer> ours = new HashSet<>();
    private final Set<Integer> theirs = new HashSet<>();

    /** {@return the offer to use {@code option}} */
    public byte[] will(int option) {
        ours.add(option);
        return Telnet.negotiation(Telnet.WILL, option);
    }

    /** {@return the wish that the other side uses {@code option}} */
    public byte[] please(int option) {
        theirs.add(option);
        return Telnet.negotiation(Telnet.DO, option);
    }

    /** {@return the answer to the other side's {@code verb}; no octets when that is itself an answer} */
    public byte[] answer(int verb, int option) {
        boolean wish = verb == Telnet.DO || verb == Telnet.DONT;
        Set<Integer> used = wish ? ours : theirs;
        int yes = wish ? Telnet.WILL : Telnet.DO;
        int no = wish ? Telnet.WONT : Telnet.DONT;
        if (verb == Telnet.DONT || verb == Telnet.WONT) {
            return used.remove(option) ? Telnet.negotiation(no, option) : NOTHING;
        }
        if (!KNOWN.contains(option)) {
            return Telnet.negotiation(no, option);
        }
        return used.add(option) ? Telnet.negotiation(yes, option) : NOTHING;
    }
}
