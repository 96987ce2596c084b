/** Proves an adapter on the page that it was taught on: the values each field reads there, and others it would take. */
import type { LabelledValue } from '../../page/reading.js';
import type { Issue } from '../../shared/issue.js';
import type { Adapter, Anchor } from '../adapter/adapter.js';
import { adapterIssues } from '../adapter/adapter-issues.js';
import { type AdapterNaming, applyAdapter } from '../adapter/apply-adapter.js';
import { anchorFound, chooseAdapter, screensOf } from '../adapter/choose-adapter.js';
import { readRow } from '../draft/draft-row.js';
import { type FieldPath, ownerOf, type ReaderName } from '../field/field-path.js';
import { isListOfPeople, keepsRowsApart, tableOf } from '../name/people-list.js';
import { surePath } from '../name/suggest-path.js';
import type { TaughtPage, TaughtValue } from '../teach/taught.js';
import { isSaidTwice } from '../teach/teach-locator.js';
import { pointedAt, type Target } from '../teach/teach-target.js';

/** One value that a field reads. */
export interface ProvedValue {
  /** Text as on the page. */
  readonly text: string;
  /** Value from the field’s reader; the text itself if the reader cannot read it. */
  readonly value: string;
  readonly issues: readonly Issue[];
}

export interface ProvedField {
  readonly path: FieldPath;
  /** The texts that were pointed at, in that order. */
  readonly pointedAt: readonly string[];
  /** Values that the adapter reads now, in the order of the page. */
  readonly reads: readonly ProvedValue[];
  /** True if everything that was pointed at is read, and nothing else except further rows of the same column. */
  readonly isEqual: boolean;
  /** Texts pointed at, and not read. */
  readonly missed: readonly string[];
  /** Texts read, and not pointed at: the locator would take them too. */
  readonly alsoTakes: readonly string[];
  /** Other fields that take a value which was pointed at for this one. */
  readonly inConflictWith: readonly FieldPath[];
  /**
   * Number of people in the list that this is read from, one per row: each capture asks which of them is meant. 0: no
   * list.
   */
  readonly people: number;
  /** Texts from other rows of a table in which each row names another person. */
  readonly ofOthers: readonly string[];
  /** Texts that the page itself, by label and heading, gives to somebody else, with their path. */
  readonly saidToBe: readonly { readonly text: string; readonly path: FieldPath }[];
}

export interface AdapterProof {
  /** True if the adapter would be chosen for this page. */
  readonly isChosen: boolean;
  readonly anchors: {
    readonly found: number;
    readonly of: number;
    readonly missed: readonly Anchor[];
  };
  /** Fields in the order in which they were taught; then any others that the adapter names. */
  readonly fields: readonly ProvedField[];
  readonly proved: { readonly fields: number; readonly of: number };
  /** Fields that the adapter names and whose locators found nothing here. */
  readonly fellBack: readonly FieldPath[];
  /** Warnings that an officer would see at a capture: missing anchors, an adapter that is out of date. */
  readonly drift: readonly Issue[];
}

/**
 * Reads the page that an adapter was taught on with it, and reports for each field if it reads what was pointed at.
 *
 * @param today - civil date, compared with the adapter's last day; absent: that is not checked
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
      const said = surePath(value);
      const isOthers = said !== undefined && ownerOf(said) !== ownerOf(path);
      return isOthers ? [{ text: value.value, path: said }] : [];
    }),
  };
}

/** True if it is read as one more value of the same person, although each row of its table names somebody. */
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

/**
 * True if a hit is the value pointed at. A value that only a selector finds is not in the reading, so its words are
 * compared.
 */
function isSame({ value, text }: Pointed, hit: LabelledValue): boolean {
  if (value) return value.id === hit.id || isSaidTwice(value, hit);
  return hit.value.replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ');
}

function readOf(path: FieldPath, { value, label }: LabelledValue, read?: ReaderName): ProvedValue {
  const { value: made, issues } = readRow(path, value, { label }, read);
  return { text: value, value: made, issues };
}
