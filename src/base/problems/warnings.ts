/**
 * Warnings that are no problems: they have a code, so that `migrate explain` and programs know them, but never an exit
 * code. A warning about something that is a problem elsewhere has that problem's code.
 */
export const warnings = {
  "schema/drops-more": {
    title: "A generated revision drops much more than it creates",
    why:
      "The database, or the revisions, hold what the models do not speak of: objects of another program, or models that the config does not name",
    advice:
      "Leave out what belongs to others with `schemas` and `ignore` in the config, or name the missing models; then delete the file and generate it again",
  },
  "schema/needs-other-branch": {
    title: "A generated revision needs what another branch makes",
    why:
      "It is made from the models against the revisions of all branches, but is only certain to run after its own parents",
    advice: "Say it with --depends-on, merge the heads first, or write one revision for each branch",
  },
  "schema/not-undone": {
    title: "The down part of a generated revision leaves something as it is",
    why:
      "PostgreSQL has no statement that leads back: an extension goes to another version only where it has a script for it",
    advice:
      "Leave it so, or write the way back by hand; a revision without any way back has no down part, and `down` stops there",
  },
  "schema/rows-in-the-way": {
    title: "A generated revision fails on rows that revisions insert",
    why:
      "It was run in a database that holds the rows of the revisions before it; what those rows need cannot be guessed",
    advice: "Edit the marked statement: give a default, fill in what is missing, or take the rows out first",
  },
} as const;

/** Every code of a warning that is no problem. */
export type WarningCode = keyof typeof warnings;
