/** Facts: what one or several rows say alike, with every place that says so. */
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
  /** The rows that say so, in the order of the draft; never empty. */
  readonly rows: readonly [Decided, ...Decided[]];
}

/** The facts of one path, each once, in the order in which they stood. */
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

/** The one fact of a path that holds one; two that differ are an issue at the second, never a silent choice. */
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

/** All that was taken of a path as one text, a blank line between: for what is told in several pieces. */
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

/** What decides whether two values are one fact. Handles and names used online differ by a capital; nothing else does. */
export function sameness(path: FieldPath, value: string): string {
  if (path === 'subject.onlineIdentifiers[].asSeen' || path === 'subject.aliases[]') return value;
  return value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether two texts say the same of one path. */
export function sameAs(path: FieldPath): (held: string, found: string) => boolean {
  return (held, found) => sameness(path, held) === sameness(path, found);
}

/** Whether the officer corrected any of the rows: then the value is the officer's own word. */
export function isCorrected(fact: Fact): boolean {
  return fact.rows.some(({ row }) => row.decision.kind === 'take-corrected');
}
