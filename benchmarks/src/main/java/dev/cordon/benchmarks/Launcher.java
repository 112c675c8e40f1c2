package dev.cordon.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How processes are started.
 *
 * @param cordon the script that starts Cordon
 * @param java the JVM it uses
 * @param jvmOptions the options it gives that JVM, without the cache of the training run
 */
record Launcher(Path cordon, Path java, List<String> jvmOptions) {
    Launcher {
        jvmOptions = jvmOptions.stream().filter(option -> !option.isBlank()).toList();
    }

    List<String> cordon(String... arguments) {
        List<String> command = new ArrayList<>(List.of(cordon.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    List<String> java(Path classes, String mainClass) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmOptions.stream()
                .filter(option -> !option.startsWith("-Djava.util.logging.config.class"))
                .toList());
        command.addAll(List.of("-cp", classes.toString(), mainClass));
        return command;
    }
}
