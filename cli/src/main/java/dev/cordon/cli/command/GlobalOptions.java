package dev.cordon.cli.command;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What may be said before or after any command.
 *
 * @param data the data folder, where {@code --data} or {@code CORDON_DATA} named one
 * @param tenant which tenant, where {@code --tenant} named one
 * @param json whether stdout takes one JSON document and nothing else
 * @param yes whether confirmations are answered
 */
public record GlobalOptions(Optional<Path> data, Optional<String> tenant, boolean json, boolean yes) {}
