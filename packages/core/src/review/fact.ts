/** Facts: the value that one or several rows agree on, with all their places. */
import { type FieldPath, fieldOf } from '../capture/field/field-path.js';
import type { SourceRef } from '../record/provenance.js';
import type { Issue } from '../shared/issue.js';
import type { Decided } from './decided.js';
import { atRow } from './row-words.js';

export interface Fact {
  readonly path: FieldPath;
  readonly value: string;
  readonly platform?: string;
  readonly sources: readonly SourceRef[];
  /** The rows with this value, in the order of the draft; never empty. */
  readonly rows: readonly [Decided, ...Decided[]];
}

/** The facts of one path, each once, in the order in which they were found. */
export function factsOf(decided: readonly Decided[], path: FieldPath): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const row of decided) {
    if (row.path !== path) continue;
    const key = JSON.stringify([sameness(path, row.value), row.platform ?? null]);
    const before = facts.get(key);
    facts.set(key, {
      path,
      value: before?.value ?? row.value,
      ...(row.platform === undefined ? {} : { platform: row.platform }),
      sources: [...(before?.sources ?? []), ...row.sources],
      rows: before ? [...before.rows, row] : [row],
    });
  }
  return [...facts.values()];
}

/** The one fact of a path that takes one value; two that differ are an issue at the second, never a silent choice. */
export function onlyFact(
  decided: readonly Decided[],
  path: FieldPath,
  issues: Issue[],
): Fact | undefined {
  const [fact, ...others] = factsOf(decided, path);
  for (const other of others)
    issues.push({
      code: 'two-values',
      severity: 'error',
      message: `Two different values are taken as “${fieldOf(path).label}”. Leave one of them, or say what it is.`,
      at: atRow(other.rows[0].row),
    });
  return fact;
}

/** Everything taken for a path as one text, separated by blank lines: for an account in several pieces. */
export function joinedFact(decided: readonly Decided[], path: FieldPath): Fact | undefined {
  const [first, ...rest] = factsOf(decided, path);
  if (!first) return undefined;
  return {
    path,
    value: [first, ...rest].map((fact) => fact.value).join('\n\n'),
    sources: [first, ...rest].flatMap((fact) => fact.sources),
    rows: [...first.rows, ...rest.flatMap((fact) => fact.rows)],
  };
}

/** The key by which two values are one fact. Capitals distinguish handles and names used online, and nothing else. */
export function sameness(path: FieldPath, value: string): string {
  if (path === 'subject.onlineIdentifiers[].asSeen' || path === 'subject.aliases[]') return value;
  return value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Makes a test for two texts of one path being the same. */
export function sameAs(path: FieldPath): (held: string, found: string) => boolean {
  return (held, found) => sameness(path, held) === sameness(path, found);
}

/** True if the officer corrected any of the rows: the value is then the officer's own word. */
export function isCorrected(fact: Fact): boolean {
  return fact.rows.some(({ row }) => row.decision.kind === 'take-corrected');
}
