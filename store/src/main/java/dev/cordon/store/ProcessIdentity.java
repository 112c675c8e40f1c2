package dev.cordon.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process holds a claim, and since when, in a form that lets another process on the same machine see whether it still lives: a
 * process id alone comes back, after a reboot for example, so the time the process started belongs to it.
 *
 * <p>db-scheduler keeps fifty characters of it, so times are written in base 36 and a long machine name is cut.
 *
 * @param pid the process id
 * @param host the machine
 * @param startedAt when the process started; the epoch where the system does not tell
 * @param since when it made the claim
 */
record ProcessIdentity(long pid, String host, Instant startedAt, Instant since) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,10})\\.([0-9a-z]{1,8})\\.([0-9a-z]{1,9})@(.*)");
    private static final int RADIX = 36;
    private static final int LONGEST_HOST = 20;
    /** The system computes a start from the boot time, which is corrected now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    static ProcessIdentity own(Instant since) {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessIdentity(self.pid(), hostName(), startOf(self), since);
    }

    static Optional<ProcessIdentity> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(
                Long.parseLong(matcher.group(1)),
                matcher.group(4),
                Instant.ofEpochSecond(Long.parseLong(matcher.group(2), RADIX)),
                Instant.ofEpochMilli(Long.parseLong(matcher.group(3), RADIX))));
    }

    /** At most fifty characters; the start to the second, the claim to the millisecond. */
    String text() {
        return pid + "." + Long.toString(startedAt.getEpochSecond(), RADIX) + "."
                + Long.toString(since.toEpochMilli(), RADIX) + "@" + host;
    }

    /** For people. */
    String name() {
        return pid + "@" + host;
    }

    /** Whether it is certain that the process is gone; a process of another machine is never certain. */
    boolean isGone() {
        if (!host.equals(hostName())) {
            return false;
        }
        Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return handle.isEmpty() || isZombie() || !isSameStart(startOf(handle.get()));
    }

    /** Whether it is certain that the process lives, on this machine. */
    boolean livesHere() {
        return host.equals(hostName()) && !isGone();
    }

    private boolean isSameStart(Instant other) {
        return startedAt.equals(Instant.EPOCH)
                || other.equals(Instant.EPOCH)
                || Duration.between(startedAt, other).abs().compareTo(TOLERANCE) < 0;
    }

    /** Killed, but not yet collected by its parent. */
    private boolean isZombie() {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return status.substring(status.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException _) {
            return false; // not Linux, or just gone: the next look tells
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String hostName() {
        String name = wholeHostName();
        return name.length() <= LONGEST_HOST ? name : name.substring(0, LONGEST_HOST);
    }

    private static String wholeHostName() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException _) {
            return localHost();
        }
    }

    private static String localHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
