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

/** The place of the first in a line. */
const FIRST_BRANCH = 7;

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
 * Members are taken by their place, and lists are used as they are: a caseload has a hundred thousand lines, and what is made for each
 * on the way has to be collected again.
 *
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
  const earlier = before?.branches[0]?.revision;
  const createdAt = line[3];
  const revisions = line[4];
  const first = branchIn(line[FIRST_BRANCH], earlier);
  const branches = [first];
  for (let place = FIRST_BRANCH + 1; place < line.length; place += 1)
    branches.push(branchIn(line[place] as BranchLine, earlier));
  return {
    kind: once(line[0], before?.kind),
    id: line[1],
    ordinal: line[2],
    createdAt: createdAt === 0 ? first.revision.at : createdAt,
    revisions: revisions === 0 ? [first.revision.id] : revisions,
    batches: line[5],
    subjects: subjectsIn(line[6], first),
    branches,
  };
}

/** Most have one. */
function subjectsIn(subjects: HeadRecord['subjects'], { value }: Branch): HeadRecord['subjects'] {
  const one = subjects[0];
  return subjects.length === 1 && one ? [once(one, value.subjectId)] : subjects;
}

function branchIn(line: BranchLine | undefined, before: Branch['revision'] | undefined): Branch {
  if (!line) throw new TypeError('A record has a branch');
  const revision = { id: line[0], at: once(line[1], before?.at), by: once(line[2], before?.by) };
  const value = line[3];
  const sources = line[4];
  const isWithdrawn = line[5] === 1;
  return line[6] === 1
    ? { revision, value, sources, isWithdrawn, isIncomplete: true }
    : { revision, value, sources, isWithdrawn };
}

/** Where both are the same text, the one that is held already. */
function once<T extends string>(text: T, held: unknown): T {
  return text === held ? (held as T) : text;
}
