package io.userports.link;

import io.userports.wire.LineRate;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file, or standard output: it takes everything, unbuffered, as fast as the system does. */
final class FileLink implements Link {
    private final String address;
    private final FileChannel channel;
    private final LineRate rate;
    private final boolean ours;

    private FileLink(String address, FileChannel channel, LineRate rate, boolean ours) {
        this.address = address;
        this.channel = channel;
        this.rate = rate;
        this.ours = ours;
    }

    static FileLink append(Path path, LineRate rate) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new FileLink(path.toString(), channel, rate, true);
        } catch (IOException e) {
            throw LinkException.of(
                    "file:" + path + " cannot be written (" + e + "); check that its folder exists and is yours", e);
        }
    }

    // Not System.out: its buffer and its swallowed errors would both hide what left. Never closed here, so the stream
    // behind the channel is not a leak.
    @SuppressWarnings("resource")
    static FileLink standardOutput(LineRate rate) {
        return new FileLink("standard output", new FileOutputStream(FileDescriptor.out).getChannel(), rate, false);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Optional<LineRate> pace() {
        return Optional.of(rate);
    }

    @Override
    public boolean ready() {
        return channel.isOpen();
    }

    @Override
    public int write(byte[] unit, int from, int to) {
        try {
            return channel.write(ByteBuffer.wrap(unit, from, to - from));
        } catch (ClosedChannelException e) {
            return -1;
        } catch (IOException e) {
            throw LinkException.of(
                    address + " takes no more octets (" + e.getMessage() + "); free the disk or restart its reader", e);
        }
    }

    @Override
    public void close() {
        try {
            if (ours) {
                channel.close();
            }
        } catch (IOException e) {
            throw LinkException.of(address + " cannot be closed (" + e.getMessage() + "); its end may be missing", e);
        }
    }
}
