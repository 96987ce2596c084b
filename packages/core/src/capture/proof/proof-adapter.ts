/** Proves an adapter on the page that it was taught on: what each field reads there, and what else it would take. */
import type { LabelledValue } from '../../page/reading.js';
import type { Issue } from '../../shared/issue.js';
import type { Adapter, Anchor } from '../adapter/adapter.js';
import { adapterIssues } from '../adapter/adapter-issues.js';
import { type AdapterNaming, applyAdapter } from '../adapter/apply-adapter.js';
import { anchorFound, chooseAdapter, screensOf } from '../adapter/choose-adapter.js';
import { readRow } from '../draft/draft-row.js';
import { type FieldPath, ownerOf, type ReaderName } from '../field/field-path.js';
import { isListOfPeople, keepsRowsApart, tableOf } from '../name/people-list.js';
import { suggestPath } from '../name/suggest-path.js';
import type { TaughtPage, TaughtValue } from '../teach/taught.js';
import { isSaidTwice } from '../teach/teach-locator.js';
import { pointedAt, type Target } from '../teach/teach-target.js';

/** One value that a field reads. */
export interface ProvedValue {
  /** As it stands on the page. */
  readonly text: string;
  /** What the field’s reader makes of it; the text itself where it makes nothing of it. */
  readonly value: string;
  readonly issues: readonly Issue[];
}

export interface ProvedField {
  readonly path: FieldPath;
  /** The texts that were pointed at, in that order. */
  readonly pointedAt: readonly string[];
  /** What the adapter reads now, in the order of the page. */
  readonly reads: readonly ProvedValue[];
  /** Everything that was pointed at is read, and nothing else but further rows of the same column. */
  readonly isEqual: boolean;
  /** Pointed at, and not read. */
  readonly missed: readonly string[];
  /** Read, and not pointed at: what else the locator would take. */
  readonly alsoTakes: readonly string[];
  /** Other fields that take a value which was pointed at for this one. */
  readonly inConflictWith: readonly FieldPath[];
  /** How many people the list has that this is read from, one a row: each capture asks which of them is meant. 0: no list. */
  readonly people: number;
  /** What it takes from other rows of a table of which each row names another person. */
  readonly ofOthers: readonly string[];
  /** What the page itself says is somebody else’s, by label and heading, and whose. */
  readonly saidToBe: readonly { readonly text: string; readonly path: FieldPath }[];
}

export interface AdapterProof {
  /** Whether the adapter would be chosen for this page. */
  readonly isChosen: boolean;
  readonly anchors: {
    readonly found: number;
    readonly of: number;
    readonly missed: readonly Anchor[];
  };
  /** In the order in which they were taught; then what the adapter names besides. */
  readonly fields: readonly ProvedField[];
  readonly proved: { readonly fields: number; readonly of: number };
  /** Fields that the adapter names and whose locators found nothing here. */
  readonly fellBack: readonly FieldPath[];
  /** What an officer would be told at a capture: missing anchors, an adapter that is out of date. */
  readonly drift: readonly Issue[];
}

/**
 * Reads the page that an adapter was taught on with it, and says of each field whether it reads what was pointed at.
 *
 * @param today - civil date, held against the adapter's last day; absent: that is not looked at
 */
export function proveAdapter(
  adapter: Adapter,
  page: TaughtPage,
  taught: readonly TaughtValue[],
  today = '',
): AdapterProof {
  const chosen = chooseAdapter([adapter], page);
  const missed = adapter.match.anchors.filter((anchor) => !anchorFound(anchor, page));
  const of = adapter.match.anchors.length;
  const naming = applyAdapter(screensOf(adapter, page), page);
  const targets = taught.map((each) => ({ path: each.path, target: pointedAt(each, page) }));
  const paths = new Set([
    ...taught.map(({ path }) => path),
    ...[...naming.names.values()].map(({ path }) => path),
  ]);
  const fields = [...paths].map((path) => {
    const asked = targets.filter((each) => each.path === path);
    const field = proved(
      path,
      asked.flatMap(({ target }) => target ?? []),
      page,
      naming,
    );
    return asked.every(({ target }) => target) ? field : { ...field, isEqual: false };
  });
  return {
    isChosen: chosen !== undefined,
    anchors: { found: of - missed.length, of, missed },
    fields,
    proved: { fields: fields.filter(({ isEqual }) => isEqual).length, of: fields.length },
    fellBack: naming.fellBack,
    drift: adapterIssues({ adapter, found: of - missed.length, of, missed }, naming, today),
  };
}

type Pointed = Pick<Target, 'value' | 'text' | 'found'>;

function proved(
  path: FieldPath,
  targets: readonly Pointed[],
  { reading }: TaughtPage,
  naming: AdapterNaming,
): ProvedField {
  const hits = [...reading.values, ...naming.found].flatMap((value) => {
    const name = naming.names.get(value.id);
    return name?.path === path && value.partOf === undefined ? [{ value, read: name.read }] : [];
  });
  const isMeant = (hit: LabelledValue): boolean =>
    targets.some((target) => isSame(target, hit) || hit.continues === target.value?.id);
  const extra = hits.filter(({ value }) => !isMeant(value));
  // A box that is empty here has nothing to miss.
  const missed = targets.filter(
    (target) => target.text !== '' && !hits.some(({ value }) => isSame(target, value)),
  );
  const isRow = (hit: LabelledValue): boolean =>
    targets.some(
      ({ value }) =>
        value?.row !== undefined && hit.row?.table === value.row.table && hit.label === value.label,
    );
  const inConflictWith = targets.flatMap(({ value }) => {
    const other = value && naming.names.get(value.id)?.path;
    return other === undefined || other === path ? [] : [other];
  });
  const people = new Set(hits.flatMap(({ value }) => naming.people.get(value.id)?.row ?? []));
  const ofOthers = extra.filter(
    ({ value }) => isRow(value) && isOfOther(path, value, reading, naming),
  );
  return {
    path,
    pointedAt: targets.map(({ text }) => text),
    reads: hits.map(({ value, read }) => readOf(path, value, read)),
    isEqual:
      missed.length === 0 &&
      ofOthers.length === 0 &&
      (targets.length === 0 || extra.every(({ value }) => isRow(value))),
    missed: missed.map(({ text }) => text),
    alsoTakes: extra.map(({ value }) => value.value),
    inConflictWith,
    people: people.size,
    ofOthers: ofOthers.map(({ value }) => value.value),
    saidToBe: hits.flatMap(({ value }) => {
      const said = suggestPath(value);
      const isOthers = said !== undefined && ownerOf(said) !== ownerOf(path);
      return isOthers ? [{ text: value.value, path: said }] : [];
    }),
  };
}

/** Whether it is read as one more value of the same person, though each row of its table names somebody. */
function isOfOther(
  path: FieldPath,
  value: LabelledValue,
  reading: TaughtPage['reading'],
  naming: AdapterNaming,
): boolean {
  if (value.row === undefined || naming.people.has(value.id) || keepsRowsApart(path)) return false;
  const table = reading.values.filter((each) => each.row && tableOf(each) === tableOf(value));
  return isListOfPeople(table, [path]);
}

/** A value that a selector alone finds is not of the reading: then its words must be those. */
function isSame({ value, text }: Pointed, hit: LabelledValue): boolean {
  if (value) return value.id === hit.id || isSaidTwice(value, hit);
  return hit.value.replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ');
}

function readOf(path: FieldPath, { value, label }: LabelledValue, read?: ReaderName): ProvedValue {
  const { value: made, issues } = readRow(path, value, { label }, read);
  return { text: value, value: made, issues };
}
