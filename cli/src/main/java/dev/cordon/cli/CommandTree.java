package dev.cordon.cli;

import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.GlobalOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The commands as picocli's model: {@code incident show} is {@code show} under {@code incident}. Built without reflection; a
 * group is empty unless its word was typed, because nothing else can ask for what is in it.
 */
final class CommandTree {
    private static final Map<String, String> GROUPS = Map.of(
            "tenant", "The Microsoft 365 tenants that Cordon knows.",
            "respond", "Carry out a procedure, from the first call to the report.",
            "incident", "What happened, what was done, what is still open.",
            "evidence", "Exhibits and their custody.");

    private final CommandLine root;

    CommandTree(List<Command> commands, String version, Set<String> typed) {
        var specification = CommandSpec.create().name("cordon").version("Cordon " + version);
        specification
                .usageMessage()
                .description(
                        "Incident response for Microsoft 365: throw the attacker out, keep the evidence, write the report.")
                .sortOptions(false);
        specification.addOption(
                option("--data", "DIR", "The data folder (or CORDON_DATA).").build());
        specification.addOption(option("--tenant", "NAME", "Which tenant; the only one configured if absent.")
                .build());
        specification.addOption(flag("One JSON document on stdout, progress on stderr.", "--json")
                .build());
        specification.addOption(flag("Answer confirmations with yes.", "--yes").build());
        specification.addOption(flag("Explain.", "-h", "--help").usageHelp(true).build());
        specification.addOption(flag("Say the version.", "--version")
                .versionHelp(true)
                .scopeType(ScopeType.LOCAL)
                .build());
        root = new CommandLine(specification);
        commands.forEach(command -> add(command, typed));
    }

    CommandLine root() {
        return root;
    }

    /** Options stand before or after the command; where one stands twice, the later counts. */
    GlobalOptions globalOptions(List<ParseResult> chain, Map<String, String> environment) {
        Optional<String> data =
                Optional.ofNullable(environment.get("CORDON_DATA")).filter(name -> !name.isBlank());
        Optional<String> tenant = Optional.empty();
        boolean json = false;
        boolean yes = false;
        for (ParseResult typed : chain) {
            data = Optional.<String>ofNullable(typed.matchedOptionValue("--data", null))
                    .or(orKeep(data));
            tenant = Optional.<String>ofNullable(typed.matchedOptionValue("--tenant", null))
                    .or(orKeep(tenant));
            json |= typed.hasMatchedOption("--json");
            yes |= typed.hasMatchedOption("--yes");
        }
        return new GlobalOptions(data.map(this::path), tenant, json, yes);
    }

    private static java.util.function.Supplier<Optional<? extends String>> orKeep(Optional<String> value) {
        return () -> value;
    }

    private Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ParameterException(root, "The data folder \"" + name + "\" is no path: " + e.getReason(), e);
        }
    }

    private void add(Command command, Set<String> typed) {
        CommandLine parent = root;
        String[] words = command.words().split(" ");
        for (int i = 0; i < words.length - 1; i++) {
            parent = group(parent, words[i]);
            if (!typed.contains(words[i])) {
                return;
            }
        }
        parent.addSubcommand(words[words.length - 1], new CommandLine(command.specification()));
    }

    private static CommandLine group(CommandLine parent, String word) {
        CommandLine known = parent.getSubcommands().get(word);
        if (known != null) {
            return known;
        }
        var specification = CommandSpec.create();
        specification.usageMessage().description(GROUPS.getOrDefault(word, ""));
        var group = new CommandLine(specification);
        parent.addSubcommand(word, group);
        return group;
    }

    private static OptionSpec.Builder option(String name, String value, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(value)
                .description(description)
                .scopeType(ScopeType.INHERIT);
    }

    private static OptionSpec.Builder flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .scopeType(ScopeType.INHERIT);
    }
}
