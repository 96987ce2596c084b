/**
 * One record of a page as a line of JSON. A tenth of what a record is would be names of the members that every record
 * has, and most have one revision whose id and moment stand twice: here each stands once, and none has its name.
 */
import type { HeadRecord } from '@cyber-prevent/core';

type Branch = HeadRecord['branches'][number];
type BranchLine = readonly [
  id: Branch['revision']['id'],
  at: Branch['revision']['at'],
  by: Branch['revision']['by'],
  value: Branch['value'],
  sources: Branch['sources'],
  isWithdrawn: 0 | 1,
  /** There where it is so. */
  isIncomplete?: 1,
];
export type HeadLine = readonly [
  kind: HeadRecord['kind'],
  id: HeadRecord['id'],
  ordinal: number,
  /** 0: that of the first branch. */
  createdAt: HeadRecord['createdAt'] | 0,
  /** 0: the first branch's alone. */
  revisions: HeadRecord['revisions'] | 0,
  batches: HeadRecord['batches'],
  subjects: HeadRecord['subjects'],
  ...branches: readonly BranchLine[],
];

export function headLine(head: HeadRecord): string {
  const { kind, id, ordinal, createdAt, revisions, batches, subjects, branches } = head;
  const first = branches[0]?.revision;
  const isFirstAlone = revisions.length === 1 && revisions[0] === first?.id;
  const line: HeadLine = [
    kind,
    id,
    ordinal,
    createdAt === first?.at ? 0 : createdAt,
    isFirstAlone ? 0 : revisions,
    batches,
    subjects,
    ...branches.map(branchLine),
  ];
  return JSON.stringify(line);
}

function branchLine({
  revision: { id, at, by },
  value,
  sources,
  isWithdrawn,
  isIncomplete,
}: Branch): BranchLine {
  const line = [id, at, by, value, sources, isWithdrawn ? 1 : 0] as const;
  return isIncomplete ? [...line, 1] : line;
}

/**
 * @param lines - of `headLine`, parsed: what this vault sealed for its own place is not doubted
 * @throws {TypeError} when one is not such a line at all
 */
export function headsIn(lines: readonly HeadLine[]): HeadRecord[] {
  let before: HeadRecord | undefined;
  return lines.map((line) => {
    before = headIn(line, before);
    return before;
  });
}

/** What says the same as the record before, or as the record itself elsewhere, is the same text: it is held once. */
function headIn(line: HeadLine, before: HeadRecord | undefined): HeadRecord {
  const [kind, id, ordinal, createdAt, revisions, batches, subjects, ...lines] = line;
  const earlier = before?.branches[0]?.revision;
  const branches = lines.map((each) => branchIn(each, earlier));
  const [first] = branches;
  if (!first) throw new TypeError('A record has a branch');
  return {
    kind: once(kind, before?.kind),
    id,
    ordinal,
    createdAt: createdAt === 0 ? first.revision.at : createdAt,
    revisions: revisions === 0 ? [first.revision.id] : revisions,
    batches,
    subjects: subjects.map((subject) => once(subject, first.value.subjectId)),
    branches,
  };
}

function branchIn(
  [id, at, by, value, sources, isWithdrawn, isIncomplete]: BranchLine,
  before: Branch['revision'] | undefined,
): Branch {
  const revision = { id, at: once(at, before?.at), by: once(by, before?.by) };
  const branch = { revision, value, sources, isWithdrawn: isWithdrawn === 1 };
  return isIncomplete === 1 ? { ...branch, isIncomplete: true } : branch;
}

/** Where both are the same text, the one that is held already. */
function once<T extends string>(text: T, held: unknown): T {
  return text === held ? (held as T) : text;
}
