/**
 * One record of a page as two texts of JSON: the line with everything needed at once, and the branches, which may be
 * read on demand. Member names would be a tenth of a record, and most records have one revision, which gives its id and
 * moment twice. So each is written once, and no member has a name.
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
  /** Present only if true. */
  isIncomplete?: 1,
];
/** The content of the record, in its own text. */
export type BranchLines = readonly BranchLine[];

/** The part of a record that is needed at once. Its kind is that of its page. */
export type HeadLine = readonly [
  id: HeadRecord['id'],
  ordinal: number,
  /** 0: the same as the first branch. */
  createdAt: HeadRecord['createdAt'] | 0,
  /** 0: only that of the first branch. */
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
 * @param lines - the parsed text of `branchesText`: sealed by this vault for this place, so it is trusted
 * @param before - a branch read earlier: equal texts in both are kept once
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

/** The text that is kept already, if both are equal. */
function once<T extends string>(text: T, held: T | undefined): T {
  return text === held ? held : text;
}
