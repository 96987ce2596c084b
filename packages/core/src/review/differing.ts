/**
 * Facts that may already be stored with another value: the officer chooses which is current, and the other is kept next
 * to it.
 */
import { type FieldPath, fieldOf } from '../capture/field/field-path.js';
import type { SourceRef } from '../record/provenance.js';
import { civilDay } from '../shared/civil-day.js';
import { lowerFirst } from '../shared/first-letter.js';
import type { Issue, PlainDate } from '../shared/index.js';
import type { StoredRecord } from '../store/log/port.js';
import type { Conflict } from './change-set.js';
import { type Fact, isCorrected, sameness } from './fact.js';
import { addSources, appendEntries, type Entry, type Proposed, setFact } from './proposed.js';
import { atRow } from './row-words.js';

export interface Standing {
  /** Captures that give the day on which a stored value was read. */
  readonly captures: readonly StoredRecord<'sourceCapture'>[];
  readonly replace: readonly FieldPath[];
  readonly beside: readonly FieldPath[];
}

/** A fact, and the field of the record that it belongs to. */
export interface NamedFact {
  readonly name: string;
  readonly fact: Fact | undefined;
}

interface Differing {
  readonly what: string;
  readonly value?: string | undefined;
  readonly date?: string | undefined;
  readonly notedOn: PlainDate;
}

/** Proposes the facts, and reports those that differ from the stored ones. */
export function proposeFacts(
  proposed: Proposed,
  facts: readonly NamedFact[],
  held: StoredRecord<'subject' | 'referral'> | undefined,
  standing: Standing,
  issues: Issue[],
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const differing: Entry<Differing>[] = [];
  const known: readonly Differing[] = held?.value.alsoRecorded ?? [];
  for (const { name, fact } of facts) {
    if (!fact) continue;
    const { path, value } = fact;
    const heldValue = textOf(held, name);
    if (!held || heldValue === undefined) setFact(proposed, name, fact);
    else if (sameness(path, heldValue) === sameness(path, value))
      addSources(proposed, name, fact.sources, held.sources);
    else {
      const found = differingOf(path, name, value, fact.rows[0].readOn, fact.sources);
      const isKnown = known.some((each) => isSame(each, found.value));
      const stands = standsOf(fact, isKnown, standing);
      if (stands === 'found') setFact(proposed, name, fact);
      if (stands === 'undecided') issues.push(conflictIssue(fact));
      else if (stands === 'held') differing.push(found);
      else differing.push(heldDiffering(path, name, heldValue, held, standing));
      conflicts.push({ path, held: heldValue, found: value, stands });
    }
  }
  appendEntries(proposed, 'alsoRecorded', differing, {
    values: known,
    sources: held?.sources ?? {},
    isSame,
  });
  return conflicts;
}

function textOf(held: StoredRecord | undefined, name: string): string | undefined {
  const value = held && (held.value as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * Decides which value is current. One already kept next to the stored value needs no decision: it only gains a source.
 */
function standsOf(fact: Fact, isKnown: boolean, { replace, beside }: Standing): Conflict['stands'] {
  if (isCorrected(fact) || replace.includes(fact.path)) return 'found';
  return isKnown || beside.includes(fact.path) ? 'held' : 'undecided';
}

function differingOf(
  path: FieldPath,
  what: string,
  text: string,
  notedOn: PlainDate,
  sources: readonly SourceRef[],
): Entry<Differing> {
  const part = fieldOf(path).read === 'ukDate' ? 'date' : 'value';
  return { value: { what, [part]: text, notedOn }, sources: { [`.${part}`]: sources } };
}

/** The value that is replaced, with the day on which its page was read, or else the day the record was made. */
function heldDiffering(
  path: FieldPath,
  what: string,
  text: string,
  held: StoredRecord,
  { captures }: Standing,
): Entry<Differing> {
  const sources = held.sources[what] ?? [];
  const capture = captures.find(({ id }) => id === sources[0]?.capture);
  const notedOn = civilDay(capture?.value.capturedAt ?? held.createdAt);
  return differingOf(path, what, text, notedOn, sources);
}

function isSame(held: Differing, found: Differing): boolean {
  const text = ({ value, date }: Differing) => sameness('subject.name', date ?? value ?? '');
  return held.what === found.what && text(held) === text(found);
}

function conflictIssue(fact: Fact): Issue {
  return {
    code: 'differs-from-held',
    severity: 'warning',
    message: `The ${lowerFirst(fieldOf(fact.path).label)} on the page differs from the one held. Leave the one on the page, or say which of the two to use.`,
    at: atRow(fact.rows[0].row),
  };
}
