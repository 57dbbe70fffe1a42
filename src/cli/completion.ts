/** Completion scripts of five shells, from the command table. */
import { allCodes } from "../commands/explain.ts";
import { commands, globalOptions } from "./table/mod.ts";
import type { ArgumentSpec, CommandSpec, Completes, OptionSpec } from "./table/spec.ts";
import { topics } from "./topics.ts";

export const shells = ["bash", "zsh", "fish", "pwsh", "nushell"] as const;
export type Shell = (typeof shells)[number];

const table: readonly CommandSpec[] = commands;
const globals: readonly OptionSpec[] = globalOptions;

/** Symbols that stand for revisions, offered besides the ids. */
const symbols = ["head", "heads", "base", "current"];

/** Words that may follow, when they are known beforehand; null for files, revisions and free text. */
function fixedWords(spec: { readonly choices?: readonly string[]; readonly completes?: Completes }): string[] | null {
  if (spec.choices !== undefined) return [...spec.choices];
  if (spec.completes === "code") return [...allCodes()];
  if (spec.completes === "topic") return [...firstWords(), ...topics.map((topic) => topic.name)];
  if (spec.completes === "command") return firstWords();
  return null;
}

/** The words that may come first: names, aliases, and the first word of names of two. */
function firstWords(): string[] {
  return [...new Set(table.flatMap((one) => [one.name.split(" ")[0] ?? "", ...one.aliases]))];
}

/** What a first word does; for a family, what it is about. */
function firstSummary(word: string): string {
  return table.find((one) => one.name === word || one.aliases.includes(word))?.summary ??
    table.filter((one) => one.name.startsWith(`${word} `)).map((one) => one.summary).join("; ");
}

const families = (): string[] => [
  ...new Set(table.filter((one) => one.name.includes(" ")).map((one) => one.name.split(" ")[0] ?? "")),
];

const takesWord = (option: OptionSpec): boolean => option.kind !== "flag" && option.kind !== "optional";

/** Everything that may be typed for an option. */
function spellings(option: OptionSpec): string[] {
  const long = `--${option.name}`;
  const negated = option.kind === "flag" && option.negatable === true ? [`--no-${option.name}`] : [];
  const valued = option.kind === "optional" ? (option.choices ?? []).map((choice) => `${long}=${choice}`) : [];
  return [...(option.short === undefined ? [] : [`-${option.short}`]), long, ...negated, ...valued];
}

/** Every option once, for what its value may be. */
function everyOption(): readonly OptionSpec[] {
  const all = new Map<string, OptionSpec>();
  for (const option of [...globals, ...table.flatMap((one) => one.options)]) all.set(option.name, option);
  return [...all.values()];
}

const namesOf = (one: CommandSpec): string[] => [one.name, ...one.aliases];

/** The argument that is being completed when all before it are given; a `many` one goes on. */
const nextArgument = (one: CommandSpec): ArgumentSpec | undefined => one.arguments.at(-1);

const sh = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** How bash and zsh say what may stand in a place: a call of one of the script's functions. */
function shellSource(
  spec: { readonly choices?: readonly string[]; readonly completes?: Completes } | undefined,
): string {
  if (spec === undefined) return ":";
  const words = fixedWords(spec);
  if (words !== null) return `_migrate_words ${sh(words.join(" "))}`;
  if (spec.completes === "file") return "_migrate_files";
  if (spec.completes === "directory") return "_migrate_directories";
  return spec.completes === "revision" ? "_migrate_revisions" : ":";
}

/** The part that bash and zsh share: find the command, then offer what fits. */
function shellBody(): string {
  const valued = everyOption().filter(takesWord);
  const dashed = (option: OptionSpec): string => spellings(option).filter((word) => !word.includes("=")).join("|");
  const lines = [
    "  for word in $before; do",
    '    if [ -n "$skip" ]; then skip=; continue; fi',
    "    case $word in",
    `      ${valued.map(dashed).join("|")}) skip=1 ;;`,
    "      -*) ;;",
    '      *) if [ -z "$command" ]; then command=$word',
    `         else case $command in ${families().join("|")}) command="$command $word" ;; esac; fi ;;`,
    "    esac",
    "  done",
    "  case $previous in",
    ...valued.map((option) => `    ${dashed(option)}) ${shellSource(option)}; return ;;`),
    "  esac",
    "  case $current in",
    "    -*)",
    `      options=${sh(globals.flatMap(spellings).join(" "))}`,
    "      case $command in",
    ...table.filter((one) => one.options.length > 0).map((one) =>
      `        ${namesOf(one).map(sh).join("|")}) options="$options ${one.options.flatMap(spellings).join(" ")}" ;;`
    ),
    "      esac",
    '      _migrate_words "$options"; return ;;',
    "  esac",
    "  case $command in",
    `    '') _migrate_words ${sh(firstWords().join(" "))} ;;`,
    ...families().map((family) => {
      const seconds = table.filter((one) => one.name.startsWith(`${family} `)).map((one) => one.name.split(" ")[1]);
      return `    ${family}) _migrate_words ${sh(seconds.join(" "))} ;;`;
    }),
    ...table.filter((one) => nextArgument(one) !== undefined).map((one) =>
      `    ${namesOf(one).map(sh).join("|")}) ${shellSource(nextArgument(one))} ;;`
    ),
    "  esac",
  ];
  return lines.join("\n");
}

function bash(): string {
  return `# bash completion for migrate.
# Install: migrate completion bash > ~/.local/share/bash-completion/completions/migrate
_migrate_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
_migrate_files() { COMPREPLY=($(compgen -f -- "$current")); }
_migrate_directories() { COMPREPLY=($(compgen -d -- "$current")); }
_migrate_revisions() {
  _migrate_words "${symbols.join(" ")} $(migrate history -q 2>/dev/null | cut -d' ' -f1)"
}
_migrate() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local before="\${COMP_WORDS[*]:1:COMP_CWORD-1}" command= skip= options= word
  COMPREPLY=()
${shellBody()}
}
complete -F _migrate migrate
`;
}

function zsh(): string {
  return `#compdef migrate
# zsh completion for migrate.
# Install: migrate completion zsh > a directory of your fpath, as the file _migrate
_migrate_words() { compadd -- \${=1}; }
_migrate_files() { _files; }
_migrate_directories() { _files -/; }
_migrate_revisions() {
  _migrate_words "${symbols.join(" ")} $(migrate history -q 2>/dev/null | cut -d' ' -f1)"
}
_migrate() {
  setopt localoptions shwordsplit
  local current=\${words[CURRENT]} previous=\${words[CURRENT-1]}
  local before="\${words[2,CURRENT-1]}" command= skip= options= word
${shellBody()}
}
if [ "$funcstack[1]" = "_migrate" ]; then _migrate "$@"; else compdef _migrate migrate; fi
`;
}

const fishText = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** fish's words for what may stand in a place; empty for free text. */
function fishSource(spec: { readonly choices?: readonly string[]; readonly completes?: Completes }): string {
  const words = fixedWords(spec);
  if (words !== null) return ` -a ${fishText(words.join(" "))}`;
  if (spec.completes === "revision") return " -a '(__migrate_revisions)'";
  if (spec.completes === "directory") return " -a '(__fish_complete_directories)'";
  return "";
}

function fishOption(option: OptionSpec, when: string): string[] {
  const short = option.short === undefined ? "" : ` -s ${option.short}`;
  const force = !takesWord(option) ? "" : option.completes === "file" ? " -r -F" : " -x";
  const line =
    `complete -c migrate${when} -l ${option.name}${short}${force}${fishSource(takesWord(option) ? option : {})}` +
    ` -d ${fishText(option.summary)}`;
  return option.kind === "flag" && option.negatable === true
    ? [line, `complete -c migrate${when} -l no-${option.name} -d ${fishText(`Not: ${option.summary}`)}`]
    : [line];
}

function fish(): string {
  const seen = (one: CommandSpec): string => {
    const [first = "", second] = one.name.split(" ");
    const firsts = [first, ...one.aliases].join(" ");
    const also = second === undefined ? "" : `; and __fish_seen_subcommand_from ${second}`;
    return ` -n '__fish_seen_subcommand_from ${firsts}${also}'`;
  };
  const lines = [
    "# fish completion for migrate.",
    "# Install: migrate completion fish > ~/.config/fish/completions/migrate.fish",
    "function __migrate_revisions",
    `  printf '%s\\n' ${symbols.join(" ")}`,
    "  migrate history -q 2>/dev/null | string match -r '^\\S+'",
    "end",
    "complete -c migrate -f",
    ...globals.flatMap((option) => fishOption(option, "")),
    ...firstWords().map((word) =>
      `complete -c migrate -n __fish_use_subcommand -a ${word} -d ${fishText(firstSummary(word))}`
    ),
    ...table.filter((one) => one.name.includes(" ")).map((one) => {
      const [first = "", second = ""] = one.name.split(" ");
      return `complete -c migrate -n '__fish_seen_subcommand_from ${first}' -a ${second} -d ${fishText(one.summary)}`;
    }),
    ...table.flatMap((one) => [
      ...one.options.flatMap((option) => fishOption(option, seen(one))),
      ...one.arguments.filter((argument) => fishSource(argument) !== "").map((argument) =>
        `complete -c migrate${seen(one)}${fishSource(argument)}`
      ),
      ...one.arguments.filter((argument) => argument.completes === "file").map(() =>
        `complete -c migrate${seen(one)} -F`
      ),
    ]),
  ];
  return lines.join("\n") + "\n";
}

const pwshText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const pwshList = (words: readonly string[]): string => `@(${words.map(pwshText).join(", ")})`;

function pwsh(): string {
  const values = everyOption().filter(takesWord).flatMap((option) =>
    spellings(option).map((word) => `    ${pwshText(word)} = ${pwshList(fixedWords(option) ?? [])}`)
  );
  const options = table.flatMap((one) =>
    namesOf(one).map((name) => `    ${pwshText(name)} = ${pwshList(one.options.flatMap(spellings))}`)
  );
  const words = table.flatMap((one) => {
    const argument = nextArgument(one);
    const fixed = argument === undefined ? null : argument.completes === "revision" ? symbols : fixedWords(argument);
    return fixed === null ? [] : namesOf(one).map((name) => `    ${pwshText(name)} = ${pwshList(fixed)}`);
  });
  const seconds = families().map((family) =>
    `    ${pwshText(family)} = ${
      pwshList(table.filter((one) => one.name.startsWith(`${family} `)).map((one) => one.name.split(" ")[1] ?? ""))
    }`
  );
  return `# PowerShell completion for migrate.
# Install: migrate completion pwsh >> $PROFILE
Register-ArgumentCompleter -Native -CommandName migrate -ScriptBlock {
  param($current, $ast, $position)
  $values = @{
${values.join("\n")}
  }
  $options = @{
${options.join("\n")}
  }
  $arguments = @{
${[...words, ...seconds].join("\n")}
  }
  $given = @($ast.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = ''
  $previous = ''
  foreach ($word in $given) {
    if ($values.ContainsKey($previous)) { $previous = ''; continue }
    if (-not $word.StartsWith('-')) {
      if ($command -eq '') { $command = $word }
      elseif ($options.ContainsKey("$command $word")) { $command = "$command $word" }
    }
    $previous = $word
  }
  $offer = if ($given.Count -gt 0 -and $values.ContainsKey($given[-1])) { $values[$given[-1]] }
  elseif ($current.StartsWith('-')) { ${pwshList(globals.flatMap(spellings))} + $options[$command] }
  elseif ($command -eq '') { ${pwshList(firstWords())} }
  else { $arguments[$command] }
  $offer | Where-Object { $_ -and $_.StartsWith($current) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function nushell(): string {
  const completers = new Map<string, string>();
  const completer = (
    spec: { readonly choices?: readonly string[]; readonly completes?: Completes },
    name: string,
  ): string => {
    if (spec.completes === "revision") return '@"nu-complete migrate revisions"';
    const words = fixedWords(spec);
    if (words === null) return "";
    const id = `nu-complete migrate ${name}`;
    completers.set(id, `def ${JSON.stringify(id)} [] { ${JSON.stringify(words)} }`);
    return `@${JSON.stringify(id)}`;
  };
  const typeOf = (spec: { readonly completes?: Completes }): string =>
    spec.completes === "file" || spec.completes === "directory" ? "path" : "string";
  const option = (one: OptionSpec): string[] => {
    const short = one.short === undefined ? "" : `(-${one.short})`;
    const value = takesWord(one) ? `: ${typeOf(one)}${completer(one, one.name)}` : "";
    const line = `  --${one.name}${short}${value} # ${one.summary}`;
    return one.kind === "flag" && one.negatable === true ? [line, `  --no-${one.name} # Not: ${one.summary}`] : [line];
  };
  const argument = (one: ArgumentSpec): string => {
    const name = one.name.toLowerCase();
    const type = `${typeOf(one)}${completer(one, name)}`;
    return one.many === true
      ? `  ...${name}: ${type}`
      : `  ${name}${one.required ? "" : "?"}: ${type} # ${one.summary}`;
  };
  const external = (name: string, one: CommandSpec): string =>
    [
      `# ${one.summary}`,
      `export extern ${JSON.stringify(`migrate ${name}`)} [`,
      ...one.arguments.map(argument),
      ...[...one.options, ...globals].flatMap(option),
      "]",
    ].join("\n");
  const externals = table.flatMap((one) => namesOf(one).map((name) => external(name, one)));
  return [
    "# Nushell completion for migrate.",
    "# Install: migrate completion nushell | save migrate.nu; then `use migrate.nu *` in config.nu",
    'def "nu-complete migrate revisions" [] {',
    `  ${JSON.stringify(symbols)} ++ (^migrate history -q | lines | each { |line| $line | split row ' ' | first })`,
    "}",
    ...completers.values(),
    ...externals,
  ].join("\n") + "\n";
}

const writers: Readonly<Record<Shell, () => string>> = { bash, zsh, fish, pwsh, nushell };

/** The completion script of a shell. */
export function completionScript(shell: Shell): string {
  return writers[shell]();
}
