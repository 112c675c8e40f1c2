package dev.cordon.evidence.bag;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds the lock of a file until it is killed. */
final class LockingProcess {
    private LockingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            System.out.print(lock.isValid() ? 'l' : 'x');
            System.out.flush();
            if (System.in.read() < 0) {
                return;
            }
        }
    }
}
