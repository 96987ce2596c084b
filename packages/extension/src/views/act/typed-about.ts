/** The person whom the typed values of a form are about. They are among the values, and so in the draft. */
import {
  birthsOf,
  type Issue,
  type RecordId,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { FormValues } from '../../components/form-values.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { isMovedSince } from './edit-conflict.js';
import { birthDates } from './either-of.js';
import { peopleHeld } from './people-of-save.js';
import { ofKind } from './use-gathered.js';

/** Field, and key among the typed values, for that person. */
export const SUBJECT = 'subjectId';

/**
 * The person whom the records on screen are about. An enquiry is about the person named by the referral that came of it,
 * and about nobody before that: null.
 */
export function personAmong(records: readonly StoredRecord[]): RecordId | null {
  const [person] = ofKind(records, 'subject');
  return person?.id ?? ofKind(records, 'referral')[0]?.value.subjectId ?? null;
}

/** Null if the values are about nobody, undefined if they do not say. */
export function typedAbout(values: FormValues): RecordId | null | undefined {
  return values[SUBJECT] as RecordId | null | undefined;
}

export interface NamedPerson {
  /**
   * The person whom the typed values are about, or null for nobody; the save names them, and the store refuses it for
   * anybody else.
   */
  readonly about: RecordId | null | undefined;
  /** Handles the refusal of a save about somebody else. `false`: show the error as usual. */
  catches(error: unknown): Promise<boolean>;
}

/**
 * The person whom the officer was asked about on this screen. Not in the draft: a form that a lock closed before it was
 * answered asks again.
 */
type AskedAbout = RefObject<RecordId | undefined>;

export function useAskedAbout(): AskedAbout {
  return useRef<RecordId | undefined>(undefined);
}

/** As `typedAbout`. What was typed about nobody is about the person whom the officer was asked about. */
export function aboutOnceAsked(values: FormValues, asked: AskedAbout): RecordId | null | undefined {
  const typed = typedAbout(values);
  return typed === null ? (asked.current ?? null) : typed;
}

/** The record that a form is about: its name in words, and where its person is read. */
interface NamedRecord {
  readonly store: Pick<RecordStore, 'get'>;
  readonly what: string;
  /** Reads again which person the record is about. Absent: the one that the form was drawn with. */
  readonly now?: (() => Promise<RecordId | null>) | undefined;
}

/**
 * For a form that reads the record as it saves: the save still names the person whom the typed values, also of a draft, are
 * about. Undefined without one.
 *
 * @param about - the person whom the record is about now, or null
 */
export function useNamedPerson(
  form: Pick<RecordFormState, 'values' | 'showIssues'>,
  about: RecordId | null | undefined,
  { store, what, now }: NamedRecord,
): NamedPerson | undefined {
  const asked = useAskedAbout();
  if (about === undefined) return undefined;
  return {
    get about() {
      const typed = aboutOnceAsked(form.values.value, asked);
      return typed === undefined ? about : typed;
    },
    async catches(error) {
      if (!isMovedSince(error)) return false;
      const person = now ? await now().catch(() => about) : about;
      const question = await namedQuestion(form.values.value, person, { store, what });
      if (!question) return false;
      asked.current = person ?? undefined;
      form.showIssues([question]);
      return true;
    },
  };
}

/**
 * Says who was named since the form was begun about nobody. Once it is on screen, the next save is about them: the
 * officer has read it by then.
 *
 * @returns undefined if the form is about somebody, or nobody was named who is open to the officer
 */
export async function namedQuestion(
  values: FormValues,
  about: RecordId | null | undefined,
  { store, what }: Pick<NamedRecord, 'store' | 'what'>,
): Promise<Issue | undefined> {
  if (!about || typedAbout(values) !== null) return undefined;
  const [person] = await peopleHeld(store, [about]);
  return person && namedIssue(what, person);
}

function namedIssue(what: string, person: StoredRecord<'subject'>): Issue {
  const message = t('edit.named', { what, name: bornName(person) });
  return { code: 'record-moved', severity: 'error', message };
}

/** With every date of birth: a save is moved between people of one name most easily. */
export function bornName({ value }: StoredRecord<'subject'>): string {
  const { name } = value;
  const births = birthsOf(value);
  return births.length > 0 ? t('seen.person', { name, date: birthDates(births) }) : name;
}
