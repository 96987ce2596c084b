/** An unfinished teaching: the answers so far, as plain data, stored sealed. */
import {
  type Draft,
  FIELD_PATHS,
  type FieldPath,
  fieldOf,
  ownerOf,
  type RecordId,
} from '@cyber-prevent/core';
import { keepsRowsApart, type TaughtAbout } from '@cyber-prevent/core/teach';
import type { Choice } from '../../../components/choice.js';
import { t } from '../../../locales/late.js';
import { isSameValue } from '../../../sandbox/teach-find.js';
import type { Said, SaidAs, TeachPage, TeachValue } from '../../../sandbox/teach-order.js';

export type Step = 'values' | 'about' | 'prove';

export interface Teaching {
  /** The capture whose page is taught. */
  readonly capture: RecordId;
  /** Host of the page; empty for a page without one. */
  readonly system: string;
  readonly said: readonly Said[];
  /** Texts that belong to the record, though they do not look it. */
  readonly hidden: readonly string[];
  readonly about: About;
  readonly seed: number;
  readonly step: Step;
  /** Values that “What is this?” asks about; several while it is unclear which was meant. */
  readonly picked?: readonly TeachValue[];
}

export interface About {
  readonly title: string;
  readonly owner: string;
  readonly host: string;
  readonly path: string;
}

/** Place of a draft row that the officer masked. */
export type Masked = Pick<TeachValue, 'frame' | 'selector' | 'label'>;

export function maskedIn(draft: unknown): readonly Masked[] {
  const { rows = [] } = (draft ?? {}) as Partial<Draft>;
  return rows.flatMap(({ decision, label, place, alsoAt = [] }) =>
    decision.kind === 'mask'
      ? [{ label, place }, ...alsoAt].map((each) => ({
          label: each.label,
          frame: each.place.frame,
          selector: each.place.selector,
        }))
      : [],
  );
}

export function isMasked(value: TeachValue, masked: readonly Masked[]): boolean {
  return masked.some(
    ({ frame, selector, label }) =>
      selector === value.selector &&
      frame.join() === value.frame.join() &&
      (label === value.label || value.label === ''),
  );
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

export function startingAbout({ address }: TeachPage, owner: string): About {
  return {
    title: '',
    owner,
    host: address?.hosts[0] ?? '',
    path: address?.paths[0] ?? '',
  };
}

/** Ids such as `northmoor-police/north-rms-referral`, from the officer's words, in the letters that an id allows. */
export function aboutOf(
  { title, owner, host, path }: About,
  version: string,
  page: TeachPage,
): TaughtAbout {
  const query = page.address?.query;
  return {
    id: `${slug(owner) || 'taught'}/${slug(title) || 'screen'}`,
    title: title.trim(),
    owner: owner.trim(),
    version,
    ...(host.trim() === '' ? {} : { hosts: [host.trim()] }),
    ...(path.trim() === '' ? {} : { paths: [path.trim()] }),
    ...(query && Object.keys(query).length > 0 ? { query } : {}),
  };
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
}

/** The version after one that is loaded already; `1.0.0` for the first. */
export function nextVersion(held: string | undefined): string {
  const [major = 1, minor = 0] = (held ?? '').split('.').map(Number);
  return held === undefined ? '1.0.0' : `${major}.${minor + 1}.0`;
}

export function saidOf(said: readonly Said[], value: TeachValue): Said | undefined {
  return said.find((each) => isSameValue(each.value, value));
}

/** Words for an answer in the list of answers. */
export function writtenAs(as: SaidAs): string {
  if (as.kind === 'never') return t('teach.as.never');
  if (as.kind === 'platform') return t('teach.as.platform');
  const label = fieldWords(as.path);
  if (as.kind === 'row') return t('teach.as.row', { label, column: as.column, is: as.is });
  if (as.kind === 'field') return label;
  return t(as.each === 'person' ? 'teach.as.person' : 'teach.as.column', { label });
}

export function fieldWords(path: FieldPath): string {
  return t(`teach.what.${ownerOf(path)}`, { label: fieldOf(path).label });
}

/** Possible meanings of a value. */
export function choicesFor({ table, id }: TeachValue): readonly Choice[] {
  return [
    ...FIELD_PATHS.map((path) => ({ value: `field:${path}`, label: fieldWords(path) })),
    ...(table === undefined ? [] : [{ value: 'platform:', label: t('teach.what.platform') }]),
    ...(id === '' ? [] : [{ value: 'never:', label: t('teach.what.never') }]),
  ];
}

/** Further columns add nothing about a row. */
const MOST_COLUMNS = 4;
/** A longer text is not the name of a kind. */
const LONGEST_KIND = 40;

/**
 * Choices for the table rows that a cell represents; empty if it is not a cell, or if each row is a person or account
 * anyway.
 */
export function rowChoices(
  value: TeachValue,
  path: FieldPath | undefined,
  values: readonly TeachValue[],
): readonly Choice[] {
  if (value.table === undefined || path === undefined || keepsRowsApart(path)) return [];
  const inTable = values.filter(
    ({ table, frame }) => table === value.table && frame.join() === value.frame.join(),
  );
  const kinds = inTable.filter(
    ({ row, label, text, suggested }) =>
      row === value.row &&
      label !== value.label &&
      // A name or an address identifies one record: no other record has that row.
      suggested === undefined &&
      text.length <= LONGEST_KIND &&
      inTable.filter((other) => other.label === label && other.text === text).length === 1,
  );
  return [
    { value: 'person', label: t('teach.rows.person'), hint: t('teach.rows.person.hint') },
    ...(fieldOf(path).many === true
      ? [{ value: 'value', label: t('teach.rows.value'), hint: t('teach.rows.value.hint') }]
      : []),
    ...kinds.slice(0, MOST_COLUMNS).map(({ label, text }) => ({
      value: JSON.stringify([label, text]),
      label: t('teach.rows.where', { column: label, is: text }),
    })),
  ];
}

export function choiceOf(as: SaidAs | undefined): string {
  if (!as) return '';
  return 'path' in as ? `field:${as.path}` : `${as.kind}:`;
}

export function rowChoiceOf(as: SaidAs | undefined): string {
  if (as?.kind === 'row') return JSON.stringify([as.column, as.is]);
  return as?.kind === 'column' ? (as.each ?? '') : '';
}

/** @param rows - the value of one of {@link rowChoices}; undefined if there are none */
export function saidAs(choice: string, value: TeachValue, rows?: string): SaidAs | undefined {
  const [kind, name = ''] = choice.split(/:(.*)/s);
  if (kind === 'never' || kind === 'platform') return { kind };
  const path = FIELD_PATHS.find((each) => each === name);
  if (!path || kind !== 'field') return undefined;
  if (value.table === undefined) return { kind, path };
  if (rows === undefined) return { kind: 'column', path };
  if (rows === 'person' || rows === 'value') return { kind: 'column', path, each: rows };
  const said = rows === '' ? undefined : (JSON.parse(rows) as readonly [string, string]);
  return said && { kind: 'row', path, column: said[0], is: said[1] };
}
