import { entry } from "../problem.ts";

/** " Did you mean …" or nothing, for hints about a wrong word. */
const meant = (nearest: string | null, otherwise: string): string =>
  nearest === null ? otherwise : `Did you mean "${nearest}"?`;

/** Problems of the command line itself. */
export const usageProblems = {
  "usage/unknown-command": entry<{ name: string; nearest: string | null }>({
    exit: 2,
    title: "There is no such command",
    message: ({ name }) => `There is no command "${name}"`,
    why: "The first word that is not an option names the command",
    hint: ({ nearest }) => meant(nearest, "List the commands with: migrate help"),
    advice: "List the commands with: migrate help",
  }),
  "usage/unknown-option": entry<{ option: string; command: string | null; nearest: string | null }>({
    exit: 2,
    title: "The command has no such option",
    message: ({ option, command }) =>
      command === null ? `There is no option "${option}"` : `"migrate ${command}" has no option "${option}"`,
    why: "An option that is passed over silently could hide that a run did something else than asked",
    hint: ({ nearest, command }) =>
      meant(nearest, `See its options with: migrate help${command === null ? "" : ` ${command}`}`),
    advice: "See a command's options with: migrate help COMMAND",
  }),
  "usage/missing-value": entry<{ option: string; placeholder: string }>({
    exit: 2,
    title: "An option was given without its value",
    message: ({ option, placeholder }) => `"${option}" needs a value: ${option} ${placeholder}`,
    why: "Options with a placeholder in the help take the word that follows them, or the text after =",
    hint: ({ option, placeholder }) => `Write ${option}=${placeholder} when the value starts with a dash`,
    advice: "Write --option=VALUE when the value starts with a dash",
  }),
  "usage/unexpected-value": entry<{ option: string; value: string }>({
    exit: 2,
    title: "A flag was given a value",
    message: ({ option, value }) => `"${option}" takes no value, but was given "${value}"`,
    why: "A flag is either present or not",
    hint: ({ option }) => `Write ${option} by itself`,
    advice: "Write the flag by itself",
  }),
  "usage/bad-value": entry<{ what: string; value: string; expected: string; nearest: string | null }>({
    exit: 2,
    title: "The value of an option or an argument is not one that it takes",
    message: ({ what, value, expected }) => `${what} is ${expected}, not "${value}"`,
    why: "Values are checked before anything runs",
    hint: ({ nearest, what }) => meant(nearest, `Give ${what} another value`),
    advice: "See the values that it takes with: migrate help COMMAND",
  }),
  "usage/missing-argument": entry<{ argument: string; command: string }>({
    exit: 2,
    title: "A required argument is missing",
    message: ({ argument, command }) => `"migrate ${command}" needs ${argument}`,
    why: "The command cannot know what to work on without it",
    hint: ({ command }) => `See examples with: migrate help ${command}`,
    advice: "See examples with: migrate help COMMAND",
  }),
  "usage/extra-argument": entry<{ argument: string; command: string; message?: string }>({
    exit: 2,
    title: "There are more arguments than the command takes",
    message: ({ argument, command }) => `"migrate ${command}" does not know what to do with "${argument}"`,
    why: "An argument that is passed over silently could hide that a run did something else than asked",
    hint: ({ command, message }) =>
      message === undefined
        ? `See what it takes with: migrate help ${command}`
        : `A message stands behind -m: migrate ${command} -m "${message}"`,
    advice: "See what it takes with: migrate help COMMAND",
  }),
  "usage/conflict": entry<{ one: string; other: string; reason: string }>({
    exit: 2,
    title: "Two things were asked for that do not go together",
    message: ({ one, other, reason }) => `${one} and ${other} do not go together: ${reason}`,
    why: "Each would change what the other means",
    hint: "Leave one of them out",
  }),
  "usage/unknown-topic": entry<{ name: string; nearest: string | null }>({
    exit: 2,
    title: "There is no such help topic",
    message: ({ name }) => `There is no command or topic "${name}"`,
    why: "help takes the name of a command or of a topic",
    hint: ({ nearest }) => meant(nearest, "List the topics with: migrate help"),
    advice: "List the topics with: migrate help",
  }),
  "usage/unknown-code": entry<{ code: string; nearest: string | null }>({
    exit: 2,
    title: "There is no such error code",
    message: ({ code }) => `There is no error code "${code}"`,
    why: "explain takes a code as errors print it, such as revision/not-found",
    hint: ({ nearest }) => meant(nearest, "List the codes with: migrate explain"),
    advice: "List the codes with: migrate explain",
  }),
  "usage/no-message": entry<{ command: string }>({
    exit: 5,
    title: "A new revision needs a message",
    message: ({ command }) => `"migrate ${command}" needs a message`,
    why: "The message names the file and is what people read in the history; it is asked for only on a terminal",
    hint: ({ command }) => `Give one with: migrate ${command} -m "what it does"`,
    advice: 'Give one with: migrate revision -m "what it does"',
  }),
  "usage/no-answer": entry<Record<never, never>>({
    exit: 5,
    title: "A question was left without an answer",
    message: () => "The question was left without an answer",
    why: "The answer decides what is written, so nothing was",
    hint: "Run it again; an option can give the answer beforehand, see the command's help",
  }),
  "usage/unknown-directory": entry<{ directory: string; known: readonly string[] }>({
    exit: 2,
    title: "The directory is not one of the config's",
    message: ({ directory, known }) =>
      `"${directory}" is not one of the directories of revisions: ${known.map((one) => `"${one}"`).join(", ")}`,
    why: "A revision in a directory that the config does not name would never be found",
    hint: "Add it to migrations in the config, or give one that is there",
  }),
  "usage/no-editor": entry<Record<string, never>>({
    exit: 2,
    title: "No editor is set",
    message: () => "Neither VISUAL nor EDITOR names an editor",
    why: "The command opens a file in the editor of your choice",
    hint: "Set one, for example: EDITOR=vi migrate edit head",
  }),
  "usage/editor-failed": entry<{ editor: string; status: string }>({
    exit: 2,
    title: "The editor could not be run or ended with an error",
    message: ({ editor, status }) => `The editor "${editor}" ${status}`,
    why: "The command waits for the editor and looks at how it ended",
    hint: "Check VISUAL and EDITOR; both may hold arguments, such as: code --wait",
  }),
  "usage/refuses-to-overwrite": entry<{ files: readonly string[] }>({
    exit: 2,
    title: "Files that would be written are there already",
    message: ({ files }) => `${files.map((file) => `"${file}"`).join(", ")} would be overwritten`,
    why: "Nothing that exists is ever overwritten, and nothing was written",
    hint: "Move the files away, or choose another directory",
  }),
} as const;
