/** Compares what was read of a made page with its truth: labels and values, fields, and whose they are. */
import { type DumpedPage, type DumpedRow, dumpedPairs, dumpedRows } from '../dump.ts';
import { folded, keyOf } from '../meaning.ts';
import { type FieldScore, scoreFields } from '../score-fields.ts';
import { type PairScore, scorePairs } from '../score-pairs.ts';
import type { MadePage } from './make-page.ts';
import type { MadeReading } from './read-made.ts';

export interface MadeScore {
  readonly layout: string;
  readonly labelSet: string;
  readonly notKnownKind: string;
  readonly page: string;
  readonly pairs: PairScore;
  readonly fields: FieldScore;
  /** Rows that start as taken for the subject: with a value that is not the subject's, and with another person's. */
  readonly distractorsTaken: readonly string[];
  readonly othersTaken: readonly string[];
  /** Rows that start as taken and are not on screen. */
  readonly hiddenTaken: readonly string[];
  /** Rows that have the words for *not known* as their value. */
  readonly notKnownAsValue: readonly string[];
}

export function scoreMade({ page, reading, draft }: MadeReading): MadeScore {
  const rows = dumpedRows(draft);
  const wrongly = rows.filter(
    ({ path, taken, notKnown }) => taken && !notKnown && path.startsWith('subject.'),
  );
  const { layout, labelSet, notKnownKind, name, truth } = page;
  return {
    layout,
    labelSet,
    notKnownKind,
    page: name,
    pairs: scorePairs(truth, dumpedPairs(reading)),
    fields: scoreFields(truth, rows),
    distractorsTaken: told(wrongly.filter((row) => isAmong(page, row))),
    othersTaken: told(wrongly.filter((row) => isAmong(page, row, true))),
    hiddenTaken: draft.rows
      .filter(({ visible, decision }) => !visible && decision.kind !== 'leave')
      .map(({ label, value }) => `${label}: ${value}`),
    notKnownAsValue: told(rows.filter((row) => !row.notKnown && isNotKnown(page, row))),
  };
}

/** The reading as any other scorer takes it: a layout is a system. */
export function dumpedMade({ page, reading, draft }: MadeReading): DumpedPage {
  return {
    system: page.layout,
    page: page.name,
    pairs: dumpedPairs(reading),
    draft: dumpedRows(draft),
  };
}

function told(rows: readonly DumpedRow[]): readonly string[] {
  return rows.map(({ path, value }) => `${path}: ${folded(value)}`);
}

function isAmong({ truth }: MadePage, row: DumpedRow, ofPersons = false): boolean {
  return truth.distractors.some(
    (each) =>
      (each.isPersons || !ofPersons) &&
      (meansTheSame(each.value, row.value) || holdsAddress(row, each.value)),
  );
}

/** Fewest characters of an address that is told apart within a longer one. */
const FEWEST_OF_ADDRESS = 12;

/** True for an address that has the lines of another in it. */
function holdsAddress({ path, value }: DumpedRow, other: string): boolean {
  const key = keyOf('address', other);
  return (
    path === 'subject.address' &&
    key.length >= FEWEST_OF_ADDRESS &&
    keyOf('address', value).includes(key)
  );
}

/** Equality in any of the ways in which a fact about a person may be written. */
function meansTheSame(some: string, other: string): boolean {
  return (['text', 'date', 'name', 'handle', 'address', 'phone'] as const).some((meaning) => {
    const key = keyOf(meaning, some);
    const isTelling = meaning === 'phone' ? key.length > 8 : key.length > 1;
    return isTelling && key === keyOf(meaning, other);
  });
}

function isNotKnown({ notKnown }: MadePage, { label, value }: DumpedRow): boolean {
  return notKnown.some(
    (each) =>
      each.value !== '' && folded(value) === each.value && folded(label).includes(each.label),
  );
}
