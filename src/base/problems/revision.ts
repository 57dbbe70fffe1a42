import { entry } from "../problem.ts";

/** A revision named in an error: its id and the labels that also name it. */
interface Named {
  readonly id: string;
  readonly labels: readonly string[];
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");
const named = (revisions: readonly Named[]): string =>
  revisions.map(({ id, labels }) => labels.length === 0 ? `"${id}"` : `"${id}" (${labels.join(", ")})`).join(", ");
const inFile = (file: string | null): string => file === null ? "" : ` in ${file}`;
/** The end of the branch that a relative form names, or of everything. */
const endOf = (text: string, end: "head" | "base"): string => {
  const at = text.indexOf("@");
  return at < 0 ? end : `${text.slice(0, at)}@${end}`;
};
const inFiles = (files: readonly (string | null)[]): string => {
  const known = files.filter((file) => file !== null);
  return known.length === 0 ? "" : ` (${known.join(", ")})`;
};
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** What is wrong with the revisions themselves; found while the graph is built, all reported together. */
const graphProblems = {
  "revision/cycle": entry<
    {
      revisions: readonly string[];
      files: readonly (string | null)[];
      /** The edge that leaves each revision: to its parent, or to what it depends on. */
      edges: readonly ("parent" | "depends-on")[];
    }
  >({
    exit: 2,
    title: "Revisions need each other in a circle",
    message: ({ revisions, files }) =>
      `Revisions ${revisions.join(" -> ")} -> ${revisions[0]} form a cycle${inFiles(files)}`,
    why: "Each revision runs after its parents and after what it depends on, so none of these could ever run",
    hint: ({ edges }) =>
      edges.includes("depends-on")
        ? "Remove one of the entries in parents or depends-on that close the circle"
        : "Remove one of the parents that close the circle",
    advice: "Remove one of the parents or depends-on entries that close the circle",
  }),
  "revision/self-loop": entry<{ id: string; file: string | null; edge: "parent" | "depends-on" }>({
    exit: 2,
    title: "A revision needs itself",
    message: ({ id, file, edge }) =>
      `Revision "${id}"${inFile(file)} names itself as its own ${edge === "parent" ? "parent" : "dependency"}`,
    why: "A revision runs after its parents and after what it depends on, so it cannot be one of them",
    hint: "Write the revision that comes before it, or none",
  }),
  "revision/missing-parent": entry<{ name: string; id: string; file: string | null; nearest: string | null }>({
    exit: 2,
    title: "A parent does not exist",
    message: ({ name, id, file }) => `Revision "${id}"${inFile(file)} has the parent "${name}", which does not exist`,
    why: "A parent must be the full id of a revision in one of the migrations directories",
    hint: ({ nearest }) =>
      nearest === null ? "Restore the missing file, or change the parents line" : `Did you mean "${nearest}"?`,
    advice: "Restore the missing file, or change the parents line",
  }),
  "revision/missing-dependency": entry<{ name: string; id: string; file: string | null; nearest: string | null }>({
    exit: 2,
    title: "A revision depends on one that does not exist",
    message: ({ name, id, file }) => `Revision "${id}"${inFile(file)} depends on "${name}", which does not exist`,
    why: "depends-on must be the full id or a branch label of a revision in one of the migrations directories",
    hint: ({ nearest }) =>
      nearest === null ? "Restore the missing file, or change the depends-on line" : `Did you mean "${nearest}"?`,
    advice: "Restore the missing file, or change the depends-on line",
  }),
  "revision/duplicate-id": entry<{ id: string; files: readonly (string | null)[] }>({
    exit: 2,
    title: "Two revisions have the same id",
    message: ({ id, files }) => `The id "${id}" is used by ${count(files.length, "revision")}${inFiles(files)}`,
    why: "The history table records a revision by its id, so an id must name one revision",
    hint: "Give one of them another id, also where other files name it; a copied file needs an id of its own",
  }),
  "revision/duplicate-label": entry<
    { label: string; revisions: readonly string[]; files: readonly (string | null)[] }
  >({
    exit: 2,
    title: "Two revisions have the same branch label",
    message: ({ label, revisions, files }) =>
      `The branch label "${label}" is used by revisions ${quoted(revisions)}${inFiles(files)}`,
    why: "A label is another name of its revision and reaches all that follow it, so it is given once",
    hint: ({ revisions }) => `Remove the label from all but one of ${quoted(revisions)}`,
    advice: "Keep the label on the first revision of its branch and remove it from the others",
  }),
  "revision/label-is-id": entry<{ label: string; id: string; files: readonly (string | null)[] }>({
    exit: 2,
    title: "A branch label is also the id of a revision",
    message: ({ label, id, files }) => `The branch label "${label}" of revision "${id}" is also an id${inFiles(files)}`,
    why: "Labels and ids are looked up together, so the name would mean two things",
    hint: "Choose another label",
  }),
  "revision/illegal-name": entry<
    { name: string; kind: "id" | "label"; characters: readonly string[]; revision: string; file: string | null }
  >({
    exit: 2,
    title: "An id or label has characters that identifiers give a meaning to",
    message: ({ name, kind, characters, file }) =>
      name === ""
        ? `A revision has an empty ${kind}${inFile(file)}`
        : characters.length === 0
        ? `The ${kind} "${name}" has a meaning of its own and cannot name a revision${inFile(file)}`
        : `The ${kind} "${name}" contains ${characters.map((c) => JSON.stringify(c)).join(", ")}${inFile(file)}`,
    why:
      'Identifiers such as "branch@head", "id+1", "a:b" and lists with commas use @ + - : and commas; head, heads, base and current are words of their own',
    hint: "Use letters, digits, dots and underscores",
  }),
} as const;

/** What is wrong with an identifier that was typed. */
const identifierProblems = {
  "revision/not-found": entry<{ name: string; nearest: string | null; message?: string }>({
    exit: 2,
    title: "No revision or branch has this name",
    message: ({ name }) => `No revision or branch is called "${name}"`,
    why: "An identifier is a full id, a branch label, a unique prefix of an id or label, or a symbol such as head",
    hint: ({ name, nearest, message }) =>
      nearest !== null
        ? `Did you mean "${nearest}"${message === undefined ? "" : ` (${message})`}?`
        : /^\d{1,3}$/.test(name)
        ? `Steps have a sign: +${name} goes up, -${name} goes down`
        : "List the revisions with: migrate history",
    advice: "List the revisions with: migrate history",
  }),
  "revision/malformed": entry<{ text: string }>({
    exit: 2,
    title: "This is not an identifier",
    message: ({ text }) => text === "" ? "The identifier is empty" : `"${text}" is not an identifier`,
    why: "An identifier is a name, branch@name, or one of these with +N or -N at the end, without spaces or commas",
    hint: ({ text }) =>
      text.includes(",")
        ? "Give several revisions as separate arguments"
        : "Write an id, a label, head, heads, base, branch@head, or a relative form such as +1, -1 or ID-2",
    advice: "Write an id, a label, head, heads, base, branch@head, or a relative form such as +1, -1 or ID-2",
  }),
  "revision/ambiguous-prefix": entry<{ name: string; candidates: readonly string[] }>({
    exit: 2,
    title: "Several revisions or branches start like this",
    message: ({ name, candidates }) =>
      `${count(candidates.length, "name")} start with "${name}": ${quoted(candidates)}`,
    why: "A prefix stands for an id or label only when no other starts with it",
    hint: "Type more of it",
  }),
  "revision/multiple-heads": entry<{ name: string; heads: readonly Named[] }>({
    exit: 2,
    title: "There are several heads",
    message: ({ name, heads }) => `"${name}" stands for one head, and there are ${heads.length}: ${named(heads)}`,
    why: "The history has branches that no revision merges, so head does not say which one is meant",
    hint: ({ name, heads }) =>
      `Use ${name.endsWith("@head") ? `${name}s` : "heads"} for all of them, ${
        heads.slice(0, 3).map(({ id, labels }) => labels.length === 0 ? id : `${labels[0]}@head`).join(" or ")
      }, or merge them: migrate merge heads -m "merge branches"`,
    advice: 'Use heads, branch@head or an id, or merge them: migrate merge heads -m "merge branches"',
  }),
  "revision/not-in-branch": entry<{ id: string; branch: string; labels: readonly string[] }>({
    exit: 2,
    title: "The revision is not on this branch",
    message: ({ id, branch, labels }) =>
      `Revision "${id}" is not on branch "${branch}"${labels.length === 0 ? "" : `, but on ${quoted(labels)}`}`,
    why: "branch@id means a revision that comes before or after the branch by parents; depends-on does not count",
    hint: ({ id, labels }) => `Write ${labels.length === 0 ? id : `${labels[0]}@${id}`}, or only ${id}`,
    advice: "Leave out the branch, or name the right one",
  }),
  "revision/relative-not-here": entry<{ text: string }>({
    exit: 2,
    title: "A relative form has no meaning here",
    message: ({ text }) => `"${text}" is relative, and this needs a revision by name`,
    why: "+N and -N count steps from what is applied, or from the name before them, in up, down, history and show",
    hint: "Write the id; migrate history lists them",
  }),
} as const;

/** What is wrong with a walk of `+N` or `-N`. */
const walkProblems = {
  "revision/multiple-tips": entry<{ text: string; tips: readonly string[]; forms: readonly string[] }>({
    exit: 2,
    title: "A relative target has several places to start from",
    message: ({ text, tips }) => `"${text}" counts from the applied tip, and there are ${tips.length}: ${quoted(tips)}`,
    why: "The database stands on several branches, so the branch must be said",
    hint: ({ forms }) => `Write ${forms.join(" or ")}`,
    advice: "Write branch@+N or branch@-N, where branch is a label or the id of a tip",
  }),
  "revision/fork": entry<{ text: string; at: string | null; children: readonly string[]; forms: readonly string[] }>({
    exit: 2,
    title: "A relative target meets a branch point",
    message: ({ text, at, children }) =>
      `"${text}" is ambiguous: ${at === null ? "the history starts with" : `"${at}" is followed by`} ${
        quoted(children)
      }`,
    why: "Counting up needs one way at each revision",
    hint: ({ forms }) => `Write ${forms.join(" or ")}`,
    advice: "Write branch@+N, or the id of the revision that is meant",
  }),
  "revision/merge-point": entry<{ text: string; at: string; parents: readonly string[] }>({
    exit: 2,
    title: "A relative target meets a merge",
    message: ({ text, at, parents }) => `"${text}" is ambiguous: "${at}" merges ${quoted(parents)}`,
    why: "Counting down needs one parent at each revision",
    hint: ({ parents }) => `Write the parent that is meant instead: ${parents.join(" or ")}`,
    advice: "Write the id of the revision that is meant",
  }),
  "revision/too-far": entry<
    { text: string; asked: number; available: number; from: string | null; direction: "up" | "down" }
  >({
    exit: 2,
    title: "A relative target goes past the end",
    message: ({ text, asked, available, from, direction }) =>
      `"${text}" asks for ${count(asked, "revision")} ${direction === "up" ? "after" : "before"} ${
        from === null ? "base" : `"${from}"`
      }, and there ${available === 1 ? "is" : "are"} ${available === 0 ? "none" : available}`,
    why: "A target that goes past the end is more often a slip than a wish",
    hint: ({ direction, available, asked, text }) => {
      const end = endOf(text, direction === "up" ? "head" : "base");
      if (asked === 0) return "Leave out the number";
      if (available === 0) return `Nothing is further ${direction === "up" ? "up" : "down"}; ${end} is where this ends`;
      return `Write ${end} to go to the end, or ${text.replace(/\d+$/, String(available))}`;
    },
    advice: "Write head or base to go to the end",
  }),
  "revision/wrong-direction": entry<{ text: string; direction: "up" | "down"; tips: readonly string[] }>({
    exit: 2,
    title: "A relative target points the other way",
    message: ({ text, direction }) => `"${text}" is not ${direction === "up" ? "above" : "below"} what is applied`,
    why: "up goes forward from what is applied, down goes back",
    hint: ({ text, direction }) => `To go the other way: migrate ${direction === "up" ? "down" : "up"} ${text}`,
    advice: "To go back: migrate down -N; to go forward: migrate up +N",
  }),
  "revision/no-tip": entry<{ text: string; branch: string | null; tips: readonly string[] }>({
    exit: 2,
    title: "Nothing is applied that a relative target could count from",
    message: ({ text, branch }) =>
      branch === null
        ? `"${text}" counts from the applied tip, and nothing is applied`
        : `"${text}" counts from what is applied on "${branch}", and nothing is`,
    why: "-N goes back from an applied revision",
    hint: ({ tips }) =>
      tips.length === 0 ? "See what is applied with: migrate current" : `The applied tips are ${quoted(tips)}`,
    advice: "See what is applied with: migrate current",
  }),
} as const;

/** What is wrong with a route, a range or a place. */
const routeProblems = {
  "revision/overlapping-targets": entry<{ id: string; others: readonly string[] }>({
    exit: 2,
    title: "One target already includes another",
    message: ({ id, others }) => `Target "${id}" already includes ${quoted(others)}`,
    why: "Targets that are given together stand on different branches; one that another needs is most likely a slip",
    hint: ({ id }) => `Leave out the others and write ${id}`,
    advice: "Name only the last revision of each branch",
  }),
  "revision/not-applied": entry<{ target: string; id: string; tips: readonly string[] }>({
    exit: 2,
    title: "The downgrade target is not below what is applied",
    message: ({ target, id, tips }) =>
      `Cannot go down to "${target === id ? id : `${target}" ("${id}")`}${target === id ? '"' : ""}: ${
        tips.length === 0
          ? "nothing is applied"
          : `no applied revision comes after it by parents; the tips are ${quoted(tips)}`
      }`,
    why: "down goes back to an applied revision by undoing what follows it",
    hint: ({ id, tips }) =>
      tips.length === 0 ? `To apply it: migrate up ${id}` : "See what is applied with: migrate history -r :current",
    advice: "See what is applied with: migrate history -r :current",
  }),
  "revision/not-on-path": entry<
    { target: string; branch: string; at: string; children: readonly string[]; forms: readonly string[] }
  >({
    exit: 2,
    title: "The branch does not say which way to go down",
    message: ({ branch, at, children }) =>
      `"${at}" is followed by ${quoted(children)}, and none of them leads to "${branch}"`,
    why: "branch@id undoes only what follows id on the way to branch",
    hint: ({ forms }) => `Write ${forms.join(" or ")}`,
    advice: "Name a branch that goes through one of the children, or leave the branch out to undo all of them",
  }),
  "revision/range-syntax": entry<{ text: string; use: "history" | "up" | "down" }>({
    exit: 2,
    title: "This is not a range",
    message: ({ text, use }) =>
      text === "" && use !== "history" ? `"migrate ${use} --sql" needs a range` : `"${text}" is not a range`,
    why:
      "A range is FROM:TO; in history either side may be left out. A script for psql is made without a database, so that going down has to say from where",
    hint: ({ use }) =>
      use === "history"
        ? "Write A:B, A:, :B, or for example -3:current"
        : `Write FROM:TO, for example ${use === "up" ? "base:head" : "head:base"}`,
    advice: "Write A:B, A: or :B; for a script FROM:TO, such as base:head, or head:base with down",
  }),
  "revision/not-ancestor": entry<{ from: string; to: string; text: string }>({
    exit: 2,
    title: "The range does not lead from one end to the other",
    message: ({ from, to }) => `"${from}" does not come before "${to}"`,
    why: "A range goes from a revision to one that needs it",
    hint: ({ text }) => `Turn it round if that was meant: ${text.split(":").reverse().join(":")}`,
    advice: "Turn the range round, or name two revisions of one branch",
  }),
  "revision/not-a-head": entry<{ id: string; children: readonly string[] }>({
    exit: 2,
    title: "A new revision would start a second branch",
    message: ({ id, children }) =>
      `Revision "${id}" is not a head: ${quoted(children)} already follow${children.length === 1 ? "s" : ""} it`,
    why: "A second revision after the same parent makes a branch, which is rarely meant",
    hint: "Pass --splice to make a branch on purpose, or leave out --head",
  }),
  "revision/same-parent-twice": entry<{ id: string }>({
    exit: 2,
    title: "A parent is given twice",
    message: ({ id }) => `Revision "${id}" is given twice as a parent`,
    why: "A merge joins different revisions",
    hint: "Name each revision once",
  }),
  "revision/nothing-to-merge": entry<{ parents: readonly string[] }>({
    exit: 2,
    title: "There is nothing to merge",
    message: ({ parents: [only] }) =>
      only === undefined ? "No revision is named to merge" : `"${only}" is the only revision to merge`,
    why: "A merge joins two or more heads, and without it a history with one head goes on as it is",
    hint: "List the heads with: migrate heads",
  }),
  "revision/nothing-to-depend-on": entry<{ text: string }>({
    exit: 2,
    title: "A dependency names no revision",
    message: ({ text }) => `"${text}" names no revision to depend on`,
    why: "A revision depends on another one by id or label; base is none",
    hint: "Write an id or a label, or leave out --depends-on",
  }),
  "revision/name-taken": entry<{ name: string; kind: "id" | "label"; by: string; file: string | null }>({
    exit: 2,
    title: "The id or label of a new revision is taken",
    message: ({ name, kind, by, file }) => `The ${kind} "${name}" already names revision "${by}"${inFile(file)}`,
    why: "Ids and labels are looked up together, so each names one revision",
    hint: ({ kind }) => kind === "id" ? "Leave out --rev-id for a new one, or choose another" : "Choose another label",
    advice: "Choose another id or label",
  }),
} as const;

/** Problems of the revision graph, of identifiers and of routes. */
export const revisionProblems = {
  ...graphProblems,
  ...identifierProblems,
  ...walkProblems,
  ...routeProblems,
} as const;
