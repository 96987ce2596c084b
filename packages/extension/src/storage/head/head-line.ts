/**
 * One record of a page in two texts of JSON: what is to be known of it at once, and what it says, which may be read when
 * somebody asks. A tenth of what a record is would be names of the members that every record has, and most have one
 * revision whose id and moment stand twice: here each stands once, and none has its name.
 */
import type { HeadRecord } from '@cyber-prevent/core';

export type Branch = HeadRecord['branches'][number];
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
/** What the record says: what stands of it in a text of its own. */
export type BranchLines = readonly BranchLine[];

/** What is known of it at once. Its kind is that of its page. */
export type HeadLine = readonly [
  id: HeadRecord['id'],
  ordinal: number,
  /** 0: that of the first branch. */
  createdAt: HeadRecord['createdAt'] | 0,
  /** 0: the first branch's alone. */
  revisions: HeadRecord['revisions'] | 0,
  batches: HeadRecord['batches'],
  subjects: HeadRecord['subjects'],
];

export function headLine(head: HeadRecord): HeadLine {
  const { id, ordinal, createdAt, revisions, batches, subjects, branches } = head;
  const first = branches[0]?.revision;
  const isFirstAlone = revisions.length === 1 && revisions[0] === first?.id;
  return [
    id,
    ordinal,
    createdAt === first?.at ? 0 : createdAt,
    isFirstAlone ? 0 : revisions,
    batches,
    subjects,
  ];
}

export function branchesText({ branches }: Pick<HeadRecord, 'branches'>): string {
  return JSON.stringify(branches.map(branchLine));
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
 * @param lines - of `branchesText`, parsed: what this vault sealed for its own place is not doubted
 * @param before - a branch read before: what says the same there is the same text, and is held once
 * @throws {TypeError} when there is none
 */
export function branchesIn(
  lines: BranchLines,
  before: Branch | undefined,
): readonly [Branch, ...Branch[]] {
  const [first, ...others] = lines.map((line) => branchIn(line, before?.revision));
  if (!first) throw new TypeError('A record has a branch');
  return [first, ...others];
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
function once<T extends string>(text: T, held: T | undefined): T {
  return text === held ? held : text;
}
