/**
 * The contents of a browser as lines that a person can write by hand: ids become names, and only facts of casework are
 * given.
 */
import type { Page } from 'puppeteer-core';
import { askKeeper, type HeldRecord } from './keeper-ask.ts';

const KINDS = [
  'enquiry',
  'referral',
  'subject',
  'decision',
  'refusal',
  'promise',
  'intervention',
  'colleagueRequest',
  'retention',
  'retentionReview',
  'referrer',
  'sourceCapture',
  'assessment',
  'rating',
  'sealedRating',
  'telling',
  'plan',
  'objective',
  'planReview',
  'session',
  'ceaseAndDesist',
  'noticeBreach',
  'stopCard',
  'order',
  'condition',
  'conditionEvidence',
  'agencyContact',
  'monitoring',
  'offendingCheck',
  'panel',
] as const;

/** Names by id, learned while a record exists, so that the log can be read after it was destroyed. */
export type Names = Map<string, string>;

interface Entry {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly records: readonly string[];
  readonly fields: readonly string[];
  readonly reason: string;
  readonly recipients?: readonly string[];
}

interface DiaryAnswer {
  readonly today: string;
  readonly entries: readonly {
    readonly by?: string;
    readonly what: string;
    readonly record: string;
    readonly state: string;
    readonly why: string;
  }[];
  readonly issues: readonly unknown[];
}

const held = async (page: Page): Promise<readonly HeldRecord[]> => {
  const kinds = KINDS.map((kind) => askKeeper(page, 'query', kind, {}));
  return ((await Promise.all(kinds)) as HeldRecord[][]).flat();
};

/**
 * Learns the name of each present record: from a person, an enquiry’s reference, or the record it is about; and
 * officers' names from a request between them.
 */
export async function learnsNames(page: Page, names: Names): Promise<void> {
  const records = await held(page);
  for (const { kind, id, value } of records)
    if (kind === 'enquiry') names.set(id, `${value.reference}`);
    else if (kind === 'subject') names.set(id, `${value.name}`);
    else if (kind === 'colleagueRequest')
      names.set(`${value.from}`, `${value.fromName}`).set(`${value.to}`, `${value.toName}`);
  for (const { kind, value, sources = {} } of records)
    for (const { capture } of Object.values(sources).flat())
      if (kind === 'subject') names.set(`${capture}`, `sourceCapture ${value.name}`);
  for (const { kind, id, value } of records) {
    if (kind === 'enquiry' || kind === 'subject' || kind === 'sourceCapture') continue;
    // A decision on a referral also names its subject: the person is enough.
    const on = names.get(`${value.subjectId ?? value.enquiryId ?? ''}`);
    names.set(id, on === undefined ? kind : `${kind} ${on}`);
  }
}

/** One line per record: its name, then each fact as `field value`; another record is given by its name. */
export async function recordsTold(page: Page, names: Names): Promise<readonly string[]> {
  await learnsNames(page, names);
  const facts = (value: HeldRecord['value']): readonly string[] =>
    FACTS.flatMap((field) => {
      const fact = value[field];
      return fact === undefined ? [] : [`${field} ${names.get(`${fact}`) ?? wordsOf(fact, names)}`];
    });
  return (await held(page))
    .map(({ kind, id, value }) => {
      const name = names.get(id) ?? kind;
      const called = name.startsWith(kind) ? name : `${kind} ${name}`;
      return [called, ...facts(value)].join(' | ');
    })
    .sort();
}

/** Levels by their labels; another level with the confirming officer; anything else unchanged. */
function wordsOf(fact: unknown, names: Names): string {
  if (Array.isArray(fact))
    return fact.map((each: { readonly label?: string }) => each.label ?? `${each}`).join(', ');
  if (typeof fact !== 'object' || fact === null) return `${fact}`;
  const { levelLabel, confirmedBy } = fact as Readonly<Record<string, string | undefined>>;
  return `${levelLabel}, ${confirmedBy ? (names.get(confirmedBy) ?? confirmedBy) : 'not confirmed'}`;
}

/** The facts in a record's line, in this order: records it names, its state, its dates. */
const FACTS = [
  'enquiryId',
  'referralId',
  'orderId',
  'conditionId',
  'replaces',
  'route',
  'outcome',
  'status',
  'closureReason',
  'reasonCodes',
  'handling',
  'settled',
  'instrument',
  'instrumentVersion',
  'levels',
  'override',
  'confidence',
  'supersedes',
  'ratedBy',
  'signedBy',
  'about',
  'whom',
  'wasTold',
  'restriction',
  'attendance',
  'noticeId',
  'grounds',
  'crimeRecorded',
  'fromName',
  'toName',
  'answer',
  'group',
  'receivedOn',
  'repliedOn',
  'refusedOn',
  'decidedOn',
  'madeOn',
  'heldOn',
  'dueOn',
  'followUpDueOn',
  'settledOn',
  'assessedOn',
  'reviewDueOn',
  'on',
  'askedOn',
  'answeredOn',
  'reviewedOn',
  'agreedOn',
  'targetOn',
  'closedOn',
  'arrangedFor',
  'servedOn',
  'library',
  'agency',
  'gateway',
  'tier',
  'shows',
  'advisedOn',
  'givenOn',
  'endsOn',
  'ended',
  'endedOn',
  'outcomeOn',
  'interview',
  'contactOn',
  'notedOn',
  'toldOn',
  'certifiedOn',
  'certifiedBy',
] as const;

/** All due entries on any day, in the order of the diary. */
export async function diaryTold(page: Page, names: Names): Promise<readonly string[]> {
  const { entries, issues } = (await askKeeper(page, 'diary', '2099-12-31')) as DiaryAnswer;
  if (issues.length > 0) throw new Error(`The diary warns: ${JSON.stringify(issues)}`);
  return entries.map(({ by, state, what, record, why }) =>
    [by ?? 'no day', state, what, names.get(record) ?? record, why].join(' | '),
  );
}

export interface LogTold {
  /** Each entry in order, except for looks: the day, the officer, the action, the reason, and the records. */
  readonly done: readonly string[];
  /**
   * The day, the officer, the reason, and the person's page, with the number of looks that day; in the order of the
   * first look.
   */
  readonly looked: readonly string[];
}

/** A record that was made and destroyed in one act, so that its name could not be learned, is given as `?`. */
export async function logTold(page: Page, names: Names): Promise<LogTold> {
  const entries = (await askKeeper(page, 'audit')) as readonly Entry[];
  const called = (id: string | undefined): string => names.get(`${id}`) ?? '?';
  const looks = new Map<string, number>();
  const done: string[] = [];
  for (const { at, by, action, reason, records, recipients = [] } of entries) {
    const start = [at.slice(0, 10), called(by)];
    // A look at a page covers all the records on it: the first is the page's own person.
    const look = [...start, reason, called(records[0])].join(' | ');
    if (action === 'consultation') looks.set(look, (looks.get(look) ?? 0) + 1);
    else
      done.push(
        [...start, action, reason, records.map(called).join(', '), ...recipients].join(' | '),
      );
  }
  return { done, looked: [...looks].map(([look, times]) => `${look} | ${times}`) };
}
