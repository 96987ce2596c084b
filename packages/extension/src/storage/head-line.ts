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
 * @param line - of `headLine`, parsed: what this vault sealed for its own place is not doubted
 * @throws {TypeError} when it is not such a line at all
 */
export function headIn(line: HeadLine): HeadRecord {
  const [kind, id, ordinal, createdAt, revisions, batches, subjects, ...lines] = line;
  const branches = lines.map(branchIn);
  const [first] = branches;
  if (!first) throw new TypeError('A record has a branch');
  return {
    kind,
    id,
    ordinal,
    createdAt: createdAt === 0 ? first.revision.at : createdAt,
    revisions: revisions === 0 ? [first.revision.id] : revisions,
    batches,
    subjects,
    branches,
  };
}

function branchIn([id, at, by, value, sources, isWithdrawn, isIncomplete]: BranchLine): Branch {
  const branch = { revision: { id, at, by }, value, sources, isWithdrawn: isWithdrawn === 1 };
  return isIncomplete === 1 ? { ...branch, isIncomplete: true } : branch;
}
