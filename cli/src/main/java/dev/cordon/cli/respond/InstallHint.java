package dev.cordon.cli.respond;

import dev.cordon.cli.command.GlobalOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the schedulers of the common systems are told to run {@code watch --once} every five minutes. Printed, never done. */
final class InstallHint {
    private InstallHint() {}

    static List<String> lines(GlobalOptions options) {
        String data = options.data()
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .map(Path::toString)
                .orElse("");
        return Stream.of(cron(data), systemd(data), launchd(data), windows(data))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> cron(String data) {
        return List.of(
                "Re-checks are due for days. Let the system's scheduler look every five minutes; write the full path of cordon for",
                "/opt/cordon, and register it as the person whose data folder it is. It signs in with the certificate of the",
                "connection document: no person is there. Exit code 0: nothing came back. Anything else needs you.",
                "",
                "Linux, cron (crontab -e):",
                "  */5 * * * * /opt/cordon/cordon" + cronned(data) + " watch --once");
    }

    private static List<String> systemd(String data) {
        return List.of(
                "",
                "Linux, systemd (runs while you are logged in; loginctl enable-linger makes it run always):",
                "  ~/.config/systemd/user/cordon-watch.service",
                "    [Service]",
                "    Type=oneshot",
                "    ExecStart=/opt/cordon/cordon" + unit(data) + " watch --once",
                "  ~/.config/systemd/user/cordon-watch.timer",
                "    [Timer]",
                "    OnCalendar=*:0/5",
                "    Persistent=true",
                "    [Install]",
                "    WantedBy=timers.target",
                "  systemctl --user daemon-reload && systemctl --user enable --now cordon-watch.timer");
    }

    private static List<String> launchd(String data) {
        String folder = data.isEmpty()
                ? ""
                : "<string>--data</string><string>"
                        + data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</string>";
        return List.of(
                "",
                "macOS, launchd: ~/Library/LaunchAgents/cordon.watch.plist, then launchctl load -w that file",
                "  <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "  <plist version=\"1.0\"><dict>",
                "    <key>Label</key><string>cordon.watch</string>",
                "    <key>ProgramArguments</key><array><string>/opt/cordon/cordon</string>" + folder
                        + "<string>watch</string><string>--once</string></array>",
                "    <key>StartInterval</key><integer>300</integer>",
                "  </dict></plist>");
    }

    private static List<String> windows(String data) {
        String folder = data.isEmpty() ? "" : " --data \\\"" + data + "\\\"";
        return List.of(
                "",
                "Windows, Task Scheduler (not yet run on Windows):",
                "  schtasks /Create /TN \"Cordon watch\" /SC MINUTE /MO 5 /TR \"C:\\cordon\\cordon.cmd" + folder
                        + " watch --once\"");
    }

    // A shell's quotes; cron reads a bare percent sign as the end of the line.
    private static String cronned(String data) {
        return data.isEmpty() ? "" : " --data '" + data.replace("'", "'\\''").replace("%", "\\%") + "'";
    }

    // A unit file has quotes of its own, and percent and dollar signs mean something there.
    private static String unit(String data) {
        return data.isEmpty()
                ? ""
                : " --data \""
                        + data.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("%", "%%")
                                .replace("$", "$$")
                        + "\"";
    }
}
