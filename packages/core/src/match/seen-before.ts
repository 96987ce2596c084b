/**
 * Seen before? Finds the stored people who may be the person sought, in an index that follows the store. The view is
 * logged before anything about them is returned.
 */
import { birthsOf } from '../record/births.js';
import type { Instant, PlainDate, RecordId } from '../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../store/log/port.js';
import { type Batch, revisionsOf } from '../store/log/revision.js';
import { packed } from './fold.js';
import { heldPerson } from './held-person.js';
import { type Candidate, matchIndex } from './match-index.js';
import type { MatchPerson, MatchValue, SoughtPerson } from './person.js';
import { shownForWork } from './shown-for-work.js';

/** The place and time at which a stored value was read. */
export interface ValueOrigin {
  readonly system: string;
  readonly capturedAt: Instant;
}

/** The answer given when this person was compared with another candidate, the one that the person sought is. */
export interface EarlierAnswer {
  /** A code of `comparison-answer`. */
  readonly answer: string;
  readonly comparedOn: PlainDate;
  /** Id of the officer who answered. */
  readonly by: RecordId;
  /** The other candidate. */
  readonly other: RecordId;
  readonly why?: string;
}

export interface SeenPerson extends Candidate {
  readonly name: string;
  readonly bornOn?: PlainDate;
  /** Every date of birth on record, if there is more than one. */
  readonly births?: readonly PlainDate[];
  readonly earlier?: EarlierAnswer;
}

export interface SeenAnswer {
  /** People to be asked about: those of the same name and date of birth first, then the likeliest. */
  readonly people: readonly SeenPerson[];
  /**
   * People already said to be somebody else than the person found: mentioned, and not asked about again. Nobody of the
   * name and date of birth sought is among them.
   */
  readonly apart: readonly SeenPerson[];
  /** Number of candidates beyond those returned. */
  readonly moreCount: number;
  /** Origins by {@link originKey} of a displayed stored value; a value typed by hand has none. */
  readonly origins: Readonly<Record<string, readonly ValueOrigin[]>>;
}

/** The key of a stored value among the origins of an answer. */
export function originKey({ at }: MatchValue): string {
  return at ? `${at.record} ${at.path}` : '';
}

export interface SeenBefore {
  /** Resolves once every stored person has been read, so that a look need not wait. */
  ready(): Promise<void>;
  /**
   * Looks for the person sought. Whoever was shown for the same work, and has not changed since, is not logged again.
   *
   * @param consult - of the store; the log entry is kept before the answer is given
   * @param reason - a code of the list `reason`
   * @throws {PreventError} the `CP_STORE_…` codes of the port: then nothing is given
   */
  look(sought: SoughtPerson, consult: RecordStore['consult'], reason: string): Promise<SeenAnswer>;
  /** Forgets everybody. */
  stop(): void;
}

type Source = Pick<RecordStore, 'get' | 'query' | 'subscribe'>;

export interface SeenBeforeOptions {
  /** Lets other work run between portions of a long task. */
  readonly pause?: () => Promise<void>;
  /** Most people returned; five by default. */
  readonly limit?: number;
}

const PORTION = 100;
const DEFAULT_LIMIT = 5;
/** Most candidates among whom those of the same name and date of birth are looked for. */
const MOST_ORDERED = 100;

/**
 * Makes the search, once for each open store. It reads everybody at the first look, and afterwards only those with
 * changes.
 */
export function seenBefore(store: Source, options: SeenBeforeOptions = {}): SeenBefore {
  const { pause = async () => undefined, limit = DEFAULT_LIMIT } = options;
  let index = matchIndex();
  /** The subject of each referral and online identifier. */
  const owners = new Map<RecordId, RecordId>();
  const stale = new Set<RecordId>();
  const shownBefore = shownForWork();
  let isRead: Promise<void> | undefined;

  const put = (
    subject: StoredRecord<'subject'>,
    referrals: readonly StoredRecord<'referral'>[],
    onlineIdentifiers: readonly StoredRecord<'onlineIdentifier'>[],
  ): void => {
    for (const { id } of [...referrals, ...onlineIdentifiers]) owners.set(id, subject.id);
    index.put(heldPerson(subject, { referrals, onlineIdentifiers }));
  };
  const readAll = async (): Promise<void> => {
    const referrals = bySubject(await store.query('referral'));
    const handles = bySubject(await store.query('onlineIdentifier'));
    for (const [nth, subject] of (await store.query('subject')).entries()) {
      put(subject, referrals.get(subject.id) ?? [], handles.get(subject.id) ?? []);
      if (nth % PORTION === PORTION - 1) await pause();
    }
  };
  const readAgain = async (): Promise<void> => {
    for (const id of [...stale]) {
      stale.delete(id);
      const subject = await store.get('subject', id);
      if (!subject) {
        index.drop(id);
        continue;
      }
      const where = { subjectId: id };
      put(
        subject,
        await store.query('referral', where),
        await store.query('onlineIdentifier', where),
      );
    }
  };
  const hear = (batch: Batch): void => {
    for (const id of recordsIn(batch)) {
      stale.add(owners.get(id) ?? id);
    }
    for (const { kind, record, set } of revisionsOf(batch)) {
      if (kind === 'subject') stale.add(record);
      if ('subjectId' in set && set.subjectId) stale.add(set.subjectId);
    }
  };
  const unhear = store.subscribe(hear);
  const ready = async (): Promise<void> => {
    isRead ??= readAll();
    await isRead.catch((error: unknown) => {
      isRead = undefined;
      throw error;
    });
  };

  return {
    ready,
    async look(sought, consult, reason) {
      await ready();
      await readAgain();
      const found = index.search(sought, { limit: MOST_ORDERED });
      if (found.candidates.length === 0)
        return { people: [], apart: [], moreCount: 0, origins: {} };
      const named = await namedAs(store, sought, found.candidates);
      const candidates = [
        ...found.candidates.filter(({ person }) => named.has(person)),
        ...found.candidates.filter(({ person }) => !named.has(person)),
      ].slice(0, limit);
      const moreCount = found.moreCount + found.candidates.length - candidates.length;
      const earlier = await earlierAnswers(store, candidates, named);
      const shown = await Promise.all(candidates.map((candidate) => recordsOf(store, candidate)));
      const captures = await capturesOf(store, shown.flat());
      const work = sought.work && `${sought.work} ${reason}`;
      const read: readonly StoredRecord[] = [...shown.flat(), ...captures.values()];
      const known = read.filter((record) => shownBefore.has(work, record));
      const fresh = read.filter((record) => !known.includes(record));
      const consulted = await consult([...new Set(fresh.map(({ id }) => id))], reason);
      shownBefore.add(work, consulted);
      const subjects = new Map([...known, ...consulted].map((record) => [record.id, record]));
      const people = candidates.flatMap((candidate): SeenPerson[] => {
        const subject = subjects.get(candidate.person);
        if (subject?.kind !== 'subject') return [];
        const { value } = subject as StoredRecord<'subject'>;
        const { name, bornOn } = value;
        const births = birthsOf(value);
        const said = earlier.get(candidate.person);
        return [
          {
            ...candidate,
            name,
            ...(bornOn === undefined ? {} : { bornOn }),
            ...(births.length > 1 ? { births } : {}),
            ...(said ? { earlier: said } : {}),
          },
        ];
      });
      const isApart = ({ earlier: said, ...likening }: SeenPerson) =>
        said?.answer === 'not-same' && !isOfNameAndDate(likening);
      return {
        people: people.filter((person) => !isApart(person)),
        apart: people.filter(isApart),
        moreCount,
        origins: originsOf(candidates, new Map(shown.flat().map((one) => [one.id, one])), captures),
      };
    },
    stop() {
      unhear();
      index = matchIndex();
      owners.clear();
      stale.clear();
      shownBefore.clear();
    },
  };
}

function bySubject<K extends 'referral' | 'onlineIdentifier'>(
  records: readonly StoredRecord<K>[],
): ReadonlyMap<RecordId, readonly StoredRecord<K>[]> {
  const found = new Map<RecordId, StoredRecord<K>[]>();
  for (const record of records) {
    const { subjectId } = record.value;
    if (subjectId === undefined) continue;
    const own = found.get(subjectId);
    if (own) own.push(record);
    else found.set(subjectId, [record]);
  }
  return found;
}

/** Every record that the batch, or one within it, changed or disposed of. */
function recordsIn({ revisions, audit, received = [] }: Batch): readonly RecordId[] {
  return [
    ...revisions.flatMap((entry) => (entry ? [entry.content.record] : [])),
    ...audit.flatMap((entry) => (entry?.content.action === 'erasure' ? entry.content.records : [])),
    ...received.flatMap((entry) => (entry ? recordsIn(entry.content) : [])),
  ];
}

/** Candidates whose record gives the very name and date of birth that are sought. */
async function namedAs(
  store: Source,
  { values }: MatchPerson,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<RecordId>> {
  const soughtAs = (kind: MatchValue['kind'], text: string): boolean =>
    values.some((value) => value.kind === kind && packed(value.text) === packed(text));
  const found = new Set<RecordId>();
  for (const { person } of candidates) {
    const { name, bornOn } = (await store.get('subject', person))?.value ?? {};
    if (name === undefined || bornOn === undefined) continue;
    if (soughtAs('name', name) && soughtAs('bornOn', bornOn)) found.add(person);
  }
  return found;
}

/** True if something recorded about them, first or elsewhere, is the name and date of birth sought. */
function isOfNameAndDate({ reasons }: Pick<Candidate, 'reasons'>): boolean {
  return reasons.some(
    ({ kind, strength }) => kind === 'surname-and-birth-date' && strength === 'strong',
  );
}

/**
 * The answer for each candidate compared with one of the name and date of birth sought; the latest one given for each.
 * An answer about two people says nothing about somebody who is neither.
 */
async function earlierAnswers(
  store: Source,
  candidates: readonly Candidate[],
  named: ReadonlySet<RecordId>,
): Promise<ReadonlyMap<RecordId, EarlierAnswer>> {
  const order = candidates.map(({ person }) => person);
  const found = new Map<RecordId, EarlierAnswer>();
  const compared = await Promise.all(
    candidates.map(({ person }) => store.query('comparison', { subjectId: person })),
  );
  for (const { value, updatedBy } of await inOrderGiven(store, compared.flat())) {
    const [likelier, other] = [value.subjectId, value.otherId].sort(
      (a, b) => order.indexOf(a) - order.indexOf(b),
    );
    if (!likelier || !other || !named.has(likelier)) continue;
    if (![likelier, other].every((id) => order.includes(id))) continue;
    found.set(other, {
      answer: value.answer,
      comparedOn: value.comparedOn,
      by: updatedBy,
      other: likelier,
      ...(value.why === undefined ? {} : { why: value.why }),
    });
  }
  return found;
}

/** The comparisons in the order of the log: those found under one person say nothing of the order among several. */
async function inOrderGiven(
  store: Source,
  comparisons: readonly StoredRecord<'comparison'>[],
): Promise<readonly StoredRecord<'comparison'>[]> {
  if (comparisons.length < 2) return comparisons;
  const ids = new Set(comparisons.map(({ id }) => id));
  return (await store.query('comparison')).filter(({ id }) => ids.has(id));
}

/** The subject and the records with a displayed value. */
async function recordsOf(store: Source, candidate: Candidate): Promise<readonly StoredRecord[]> {
  const subject = await store.get('subject', candidate.person);
  const ids = new Set(heldValues(candidate).flatMap(({ at }) => (at ? [at.record] : [])));
  const others = await Promise.all(
    [...ids].flatMap((id) =>
      id === candidate.person ? [] : [store.get('referral', id), store.get('onlineIdentifier', id)],
    ),
  );
  return [subject, ...others].filter((record) => record !== undefined);
}

function heldValues({ reasons, against }: Candidate): readonly MatchValue[] {
  return [
    ...reasons.flatMap(({ said }) => said.map(({ held }) => held)),
    ...against.map(({ said }) => said.held),
  ];
}

async function capturesOf(
  store: Source,
  records: readonly StoredRecord[],
): Promise<ReadonlyMap<RecordId, StoredRecord<'sourceCapture'>>> {
  const ids = new Set(
    records.flatMap(({ sources }) =>
      Object.values(sources).flatMap((refs) => refs.map(({ capture }) => capture)),
    ),
  );
  const found = await Promise.all([...ids].map((id) => store.get('sourceCapture', id)));
  return new Map(found.flatMap((record) => (record ? [[record.id, record] as const] : [])));
}

function originsOf(
  candidates: readonly Candidate[],
  records: ReadonlyMap<RecordId, StoredRecord>,
  captures: ReadonlyMap<RecordId, StoredRecord<'sourceCapture'>>,
): SeenAnswer['origins'] {
  const origins: Record<string, readonly ValueOrigin[]> = {};
  for (const value of candidates.flatMap(heldValues)) {
    if (!value.at) continue;
    const refs = records.get(value.at.record)?.sources[value.at.path] ?? [];
    const read = refs.flatMap(({ capture }) => captures.get(capture)?.value ?? []);
    origins[originKey(value)] = read.map(({ system, capturedAt }) => ({ system, capturedAt }));
  }
  return origins;
}
