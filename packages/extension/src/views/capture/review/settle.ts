/** Questions to settle before a draft is saved: the person, and the value to use where two sources differ. */
import {
  type ComparedSubject,
  type Conflict,
  type Draft,
  draftPerson,
  type FieldPath,
  fieldOf,
  fileReferral,
  type Gates,
  type Issue,
  isError,
  type PersonCheck,
  type PlainDate,
  type RecordId,
  review,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { isCivilDate } from '../../../components/civil-date.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { OfficerIdentity, Services, VaultKind } from '../../../ports/services.js';
import { asIfAnswered } from './as-if-answered.js';
import { heldFor, officerOf } from './review-context.js';

export { draftPerson };

/** The officer's choice of value, by path. */
export type Stands = Readonly<Partial<Record<FieldPath, 'held' | 'found'>>>;

/** Input of the save apart from the draft. */
export interface Settled extends PersonCheck {
  readonly addTo: StoredRecord<'subject'> | undefined;
  /** A referral of that subject; absent: a new one. */
  readonly addToReferral?: StoredRecord<'referral'>;
  readonly compared: readonly ComparedSubject[];
  readonly replace: readonly FieldPath[];
  readonly beside: readonly FieldPath[];
}

/** A difference as shown: both values in words, each with its source. */
export interface ShownConflict {
  readonly path: FieldPath;
  readonly held: string;
  readonly found: string;
  readonly heldFrom: string;
  readonly foundFrom: string;
}

export interface SettleOptions {
  readonly draft: Draft;
  readonly gates: Gates;
  readonly officer: OfficerIdentity;
  readonly kind: VaultKind;
}

/**
 * Errors that stop a save on this person, or on a new one, except for differences, a doubt about the person and a
 * narrative that is left, which are asked about separately.
 */
export function filingErrors(
  { host, lists }: Services,
  { draft, gates, officer, kind }: SettleOptions,
  addTo: StoredRecord<'subject'> | undefined,
): readonly Issue[] {
  const by = officerOf(officer, kind);
  const filed = fileReferral(draft, { gates, officer: by, host, lists, ...(addTo && { addTo }) });
  if (filed.ok) return [];
  return filed.issues.filter((issue) => isError(issue) && !ASKED_APART.has(issue.code));
}

const ASKED_APART: ReadonlySet<string> = new Set([
  'differs-from-held',
  'narrative-left',
  'person-in-doubt',
]);

/** Errors that stop a save for any person. */
export function draftErrors(services: Services, options: SettleOptions): readonly Issue[] {
  const found = filingErrors(services, options, undefined);
  const unanswered = new Set(
    found.filter(({ code }) => code === 'condition-missing').map(({ at }) => at),
  );
  // The stored person may already have the name, and the reason for taking a sensitive value.
  return found.filter(({ code, at }) => code !== 'name-missing' && !unanswered.has(at));
}

function isSame(a: Issue, b: Issue): boolean {
  return a.code === b.code && a.at === b.at && a.message === b.message;
}

/** Undecided differences between the draft and the subject or its referral. */
export async function conflictsWith(
  services: Services,
  subject: StoredRecord<'subject'>,
  referral: StoredRecord<'referral'> | undefined,
  { draft, gates, officer, kind }: SettleOptions,
): Promise<readonly ShownConflict[]> {
  const held = await heldFor(services, subject, referral);
  const reviewed = review(asIfAnswered(services, draft, gates), {
    gates,
    // The policy document may still be missing; the save asks for it.
    officer: { ...officerOf(officer, kind), practice: true },
    host: services.host,
    held,
    addTo: subject,
    ...(referral ? { addToReferral: referral } : {}),
  });
  if (!reviewed.ok) return [];
  const systems = new Map((held.captures ?? []).map(({ id, value }) => [id, value]));
  return reviewed.value.conflicts
    .filter(({ stands }) => stands === 'undecided')
    .map((conflict) => {
      const [owner, name = ''] = conflict.path.split('.');
      const { sources } = owner === 'referral' && referral ? referral : subject;
      const refs = sources[name] ?? [];
      return {
        path: conflict.path,
        held: inWords(conflict.path, conflict.held),
        found: inWords(conflict.path, conflict.found),
        heldFrom: fromWords(refs.flatMap(({ capture }) => systems.get(capture) ?? [])),
        foundFrom: fromWords(originsOf(draft, conflict)),
      };
    });
}

/** @returns the paths by side, or an issue for each that is still to be chosen */
export function standing(
  conflicts: readonly ShownConflict[],
  stands: Stands,
): {
  readonly issues: readonly Issue[];
  readonly replace: FieldPath[];
  readonly beside: FieldPath[];
} {
  const of = (side: 'held' | 'found' | undefined) =>
    conflicts.filter(({ path }) => stands[path] === side).map(({ path }) => path);
  return {
    replace: of('found'),
    beside: of('held'),
    issues: of(undefined).map((path) => ({
      code: 'differs-from-held',
      severity: 'error',
      message: t('seen.conflict.missing', { label: calledIn(path) }),
      at: `stands ${path}`,
    })),
  };
}

/** Label in the form used inside a sentence. */
function calledIn(path: FieldPath): string {
  const { label } = fieldOf(path);
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** Answer about each of the people shown. */
export function comparedAs(
  people: readonly { readonly person: RecordId }[],
  chosen: string,
  why: string,
): readonly ComparedSubject[] {
  const answer = chosen === 'new' ? 'not-same' : 'not-sure';
  return people.map(({ person }) => ({ other: person, answer, ...(why.trim() ? { why } : {}) }));
}

function inWords(path: FieldPath, value: string): string {
  const isDate = fieldOf(path).read === 'ukDate' && isCivilDate(value);
  return isDate ? writtenDate(value as PlainDate) : value;
}

interface Read {
  readonly system: string;
  readonly capturedAt: string;
}

function originsOf(draft: Draft, { path, found }: Conflict): readonly Read[] {
  const rows = draft.rows.filter((row) => row.path === path && row.value === found);
  const used = new Set(rows.map(({ origin }) => origin));
  return draft.origins.filter(({ id }) => used.has(id));
}

function fromWords(read: readonly Read[]): string {
  const words = read.map(({ system, capturedAt }) =>
    t('seen.from', { system, at: writtenMoment(capturedAt) }),
  );
  return words.length === 0 ? t('seen.from.none') : [...new Set(words)].join('; ');
}

/**
 * Issues while nobody of those found is selected: that, and the errors that stop a save on a new person and on each of
 * them, which are shown for any choice.
 */
export async function unanswered(
  services: Services,
  options: SettleOptions,
  people: readonly { readonly person: RecordId }[],
): Promise<readonly Issue[]> {
  const held = await Promise.all(people.map(({ person }) => services.store.get('subject', person)));
  const ofEach = held.flatMap((each) => (each ? [filingErrors(services, options, each)] : []));
  const ofNew = filingErrors(services, options, undefined);
  const whoever = ofNew.filter((issue) =>
    ofEach.every((found) => found.some((each) => isSame(each, issue))),
  );
  // Only a new person needs a name: to say who it is answers this too.
  const name = ofNew.find((issue) => issue.code === 'name-missing' && !whoever.includes(issue));
  return [
    ...(name ? [{ ...name, message: t('seen.name.missing') }] : []),
    ...whoever,
    { code: 'seen-missing', severity: 'error', message: t('seen.missing'), at: 'seen' },
  ];
}

export const intoMissing = (): Issue => ({
  code: 'into-missing',
  severity: 'error',
  message: t('seen.into.missing'),
  at: 'into',
});

export const REFERRAL_GONE: Issue = {
  code: 'referral-unknown',
  severity: 'error',
  message: 'This referral is no longer on record. Choose where it is added again.',
  at: 'into',
};
