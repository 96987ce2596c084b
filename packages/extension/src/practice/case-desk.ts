/**
 * Plays the officer who enters the practice caseload: does one act of casework after another over records in memory, and
 * notes each save, to be made again in the vault.
 */
import {
  addDays,
  attachFiles,
  type CaseCommit,
  type CaseContext,
  type CodeLists,
  type Commit,
  conditionNeeds,
  createMemoryStore,
  type Digest,
  type Draft,
  decideReferral,
  defaultGates,
  draftOfFields,
  fileReferral,
  type Gates,
  type HeldOnly,
  type Host,
  Instant,
  type Issue,
  keepingLaw,
  logIntervention,
  type PlainDate,
  PreventError,
  RECORD_KINDS,
  type RecordId,
  type RecordKind,
  type Regime,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { contactOf, firstName, type PracticePerson, personOf, referralValues } from './person.js';
import { type PracticeBlob, type PracticeFile, practiceFile } from './practice-file.js';
import { seededRandom } from './seeded.js';

export interface CaseloadOptions {
  /** Everything that is random follows from it. */
  readonly seed: string;
  /** The day that counts as today. */
  readonly day: PlainDate;
  /** The moment of the fill, on that day. */
  readonly at: Instant;
  readonly officer: {
    readonly id: RecordId;
    readonly name: string;
    readonly regime: Regime;
    readonly policyReference?: string | undefined;
  };
  readonly lists: CodeLists;
  readonly digest: Digest;
}

/** A save to be made in the vault, or records to be disposed of there. */
export type CaseloadStep =
  | { readonly commit: Commit; readonly blobs?: readonly PracticeBlob[] }
  | { readonly dispose: readonly RecordId[]; readonly reason: string };

export interface Filed {
  readonly subject: RecordId;
  readonly referral: RecordId;
}

export interface CaseDesk {
  readonly steps: readonly CaseloadStep[];
  readonly context: CaseContext & { readonly gates: Gates };
  readonly host: Host;
  readonly officer: CaseloadOptions['officer'];
  /** The officer as the acts ask for them: practice needs no policy document. */
  readonly reviewer: {
    readonly regime: Regime;
    readonly practice: true;
    readonly policyReference?: string;
  };
  readonly today: PlainDate;
  /** The day so many days from today, negative for the past; at a weekend, the working day beyond it. */
  day(days: number): PlainDate;
  /** A moment on a day in the past. @param time - hours and minutes in UTC */
  moment(days: number, time?: string): Instant;
  /** Saves the act. */
  save(act: Result<{ readonly commit: Commit }>): Promise<void>;
  /** Saves the act. @returns the id of the record that it makes */
  keep(act: Result<CaseCommit>): Promise<RecordId>;
  attaches(subject: RecordId, file: PracticeFile): Promise<void>;
  dispose(ids: readonly RecordId[]): Promise<void>;
  get<K extends RecordKind>(kind: K, id: RecordId): Promise<StoredRecord<K>>;
  subject(id: RecordId): Promise<StoredRecord<'subject'>>;
  /** The latest record of the kind. */
  last<K extends RecordKind>(kind: K): Promise<StoredRecord<K>>;
  /** Every record so far. */
  all(): Promise<readonly StoredRecord[]>;
  heldOnly(ids: readonly RecordId[]): Promise<readonly HeldOnly[]>;
  /** Context of an act on a subject, with all records. */
  on(subject: RecordId): Promise<
    CaseContext & {
      readonly gates: Gates;
      readonly subject: StoredRecord<'subject'>;
      readonly records: readonly StoredRecord[];
    }
  >;
  draftOf(person: PracticePerson, receivedOn: PlainDate): Draft;
  /** Files the referral of a person, received so many days ago. */
  files(key: string, daysAgo: number): Promise<Filed>;
  /** Files it, accepts it some days after it came, and visits the family in the days after that. */
  accepts(key: string, daysAgo: number): Promise<Filed>;
}

/**
 * @param unit - name of the part of the caseload that is entered at this desk: its ids are its own
 * @throws {PreventError} from the acts; `CP_RECORD_INVALID` for one that is refused
 */
export async function openCaseDesk(options: CaseloadOptions, unit: string): Promise<CaseDesk> {
  const { seed, day: today, at, officer, lists, digest } = options;
  const random = seededRandom(`${seed} ${unit}`);
  let ticks = 0;
  const clock = {
    today: () => today,
    now() {
      ticks += 1;
      return v.parse(Instant, new Date(Date.parse(at) + ticks).toISOString());
    },
  };
  const host = { clock, random, digest };
  const { id, name: _, ...law } = officer;
  const reviewer = { ...given(law), practice: true } as const;
  const store = await createMemoryStore({
    host,
    signer: { team: officer.id, device: officer.id, officer: officer.id, sign: async () => '' },
    gate: keepingLaw({ host, lists, officer: () => ({ id, ...reviewer }) }),
  });
  const gates = settled(defaultGates('force', officer.regime));
  const context = { host, lists, gates };
  const steps: CaseloadStep[] = [];

  const saves = async (commit: Commit, blobs?: readonly PracticeBlob[]): Promise<void> => {
    await store.commit(commit);
    steps.push({ commit, ...(blobs ? { blobs } : {}) });
  };
  const all = async (): Promise<readonly StoredRecord[]> =>
    (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat();
  const get: CaseDesk['get'] = async (kind, record) => heldOf(await store.get(kind, record));
  const day = (days: number): PlainDate => workDay(addDays(today, days), Math.sign(days));

  const desk: CaseDesk = {
    steps,
    context,
    host,
    officer,
    reviewer,
    today,
    day,
    moment: (days, time = '10:00') => v.parse(Instant, `${day(days)}T${time}:00.000Z`),
    save: (act) => saves(settled(act).commit),
    async keep(act) {
      await desk.save(act);
      return settled(act).id;
    },
    async attaches(subject, file) {
      const blobs: PracticeBlob[] = [];
      const kept = settled(await practiceFile(file, host, blobs));
      await saves(settled(attachFiles([kept], await desk.on(subject))).commit, blobs);
    },
    async dispose(ids) {
      await store.dispose(ids, 'retention');
      steps.push({ dispose: ids, reason: 'retention' });
    },
    get,
    subject: (record) => get('subject', record),
    last: async (kind) => heldOf((await store.query(kind)).at(-1)),
    all,
    heldOnly: (ids) => store.heldOnlyWith(ids),
    on: async (subject) => ({
      ...context,
      subject: await get('subject', subject),
      records: await all(),
    }),
    draftOf(person, receivedOn) {
      const told = { by: contactOf(person).contact, at: desk.moment(-1) };
      const source = { way: 'typed', system: 'Telephone call', title: 'Telephone call' } as const;
      const read = draftOfFields(
        referralValues(person, today, receivedOn),
        { ...source, told },
        host,
      );
      const conditions = conditionNeeds(read, gates).map(({ what, sensitivity }) => ({
        what,
        sensitivity,
        regime: officer.regime,
        condition: 'article10-unlawful-acts',
        whyNecessary: 'The referral is about what is suspected.',
      }));
      return { ...read, conditions };
    },
    async files(key, daysAgo) {
      const draft = desk.draftOf(personOf(key), day(-daysAgo));
      const filed = settled(fileReferral(draft, { host, lists, gates, officer: reviewer }));
      await saves(filed.commit);
      return filed.ids;
    },
    async accepts(key, daysAgo) {
      const filed = await desk.files(key, daysAgo);
      const decided = {
        outcome: 'accept',
        reasonCodes: ['suitable'],
        decidedOn: day(-Math.max(0, daysAgo - 2)),
      };
      const referral = await get('referral', filed.referral);
      await desk.keep(decideReferral(decided, { ...context, referral }));
      if (daysAgo > VISITED_AFTER)
        await desk.keep(
          firstVisit(key, day(VISITED_AFTER - 2 - daysAgo), await desk.on(filed.subject)),
        );
      return filed;
    },
  };
  return desk;
}

/** Days from a referral by which the family was visited. */
const VISITED_AFTER = 9;

function firstVisit(
  key: string,
  heldOn: PlainDate,
  context: CaseContext & { readonly subject: StoredRecord<'subject'> },
): Result<CaseCommit> {
  const person = personOf(key);
  const visit = {
    subjectId: context.subject.id,
    kind: 'home-visit',
    heldOn,
    mode: 'in-person',
    minutes: 50,
    outcome: 'engaged',
    note: `${firstName(person)} and ${person.parent ?? 'a key worker'} were told why we came, and that taking part is voluntary.`,
  };
  return logIntervention(visit, context);
}

/** Nobody is met at a weekend. Two days keep their order, and none comes to be on the other side of today. */
function workDay(day: PlainDate, away: number): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (away === 0 || (weekday > 0 && weekday < 6)) return day;
  return workDay(addDays(day, away), away);
}

/** The value of an act. @throws {PreventError} `CP_RECORD_INVALID` with its issues, when it was refused */
export function settled<T>(act: Result<T>): T {
  if (act.ok) return act.value;
  throw refused(act.issues);
}

function refused(issues: readonly Issue[]): PreventError {
  const said = issues.map(({ code, at = '', message }) => `${code} ${at} ${message}`).join('; ');
  return new PreventError('CP_RECORD_INVALID', said, { cause: issues });
}

function heldOf<T>(record: T | undefined): T {
  if (record === undefined)
    throw new PreventError('CP_STORE_UNKNOWN_RECORD', 'The record is not in the caseload.');
  return record;
}

function given({ regime, policyReference }: Omit<CaseloadOptions['officer'], 'id' | 'name'>) {
  return { regime, ...(policyReference ? { policyReference } : {}) };
}
