/**
 * Fills a practice vault with fictional people, one part at a time, and removes them. Held here and nowhere else: a page
 * can only ask. A part that was cut short is continued by the next request, and nothing is made twice.
 */
import {
  type BlobName,
  type BlobStore,
  type Commit,
  gatherCodeLists,
  type Host,
  liftHold,
  PreventError,
  REGIMES,
  type RecordId,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import {
  CASELOAD_PEOPLE,
  type PracticeFill,
  type PracticeRemoval,
  type PracticeState,
} from '../../ports/practice.js';
import type { OfficerIdentity } from '../../ports/vault-state.js';
import type { VaultKind } from '../../ports/vault-terms.js';
import type { CaseloadOptions, CaseloadStep } from '../../practice/case-desk.js';
import { CASELOAD_PARTS, caseloadPart, commitOver } from '../../practice/caseload.js';
import { seededRandom } from '../../practice/seeded.js';
import type { SealedWork } from '../../storage/sealed-work.js';
import { textDigest } from '../../vault/bytes.js';
import type { Session } from '../session.js';
import { type MadePart, type MadeRecord, markPlace, type PracticeMark } from './practice-mark.js';
import { lookAtParts, type PartLook } from './practice-worked.js';

/** The parts of an open vault that this uses. */
export interface PracticeSession
  extends Pick<Session, 'store' | 'write' | 'receiptOf' | 'removing'> {
  readonly keys: {
    readonly kind: VaultKind;
    readonly identity: { readonly officer: OfficerIdentity };
  };
  readonly work: Pick<SealedWork, 'load' | 'save'>;
  readonly blobs: Pick<BlobStore, 'put' | 'named'>;
}

type Clock = Pick<Host['clock'], 'today' | 'now'>;

/** Rounds looked for in a vault that came from a backup. */
const MOST_ROUNDS = 5;

const NOTHING: PracticeMark = { round: 1, parts: {} };
/** Saves of one vault run one after another, whichever page asks. */
const turns = new WeakMap<object, Promise<unknown>>();

function inTurn<T>(session: PracticeSession, task: () => Promise<T>): Promise<T> {
  const done = (turns.get(session) ?? Promise.resolve()).then(task);
  turns.set(
    session,
    done.catch(() => undefined),
  );
  return done;
}

/** Records that were entered, and the officer's work on them since. */
export async function practiceState(session: PracticeSession): Promise<PracticeState> {
  refuseLive(session);
  const { parts } = (await markPlace(session.work).load()) ?? NOTHING;
  const looks = await lookAtParts(session.store, parts);
  const worked = looks.filter(({ isWorkedOn }) => isWorkedOn);
  const held = looks.flatMap((look) => look.held);
  return {
    isFilled: CASELOAD_PARTS.every((part) => parts[part]?.isWhole === true),
    people: peopleIn(held),
    records: held.length,
    of: CASELOAD_PEOPLE,
    workedOn: {
      people: peopleIn(worked.flatMap((look) => look.held)),
      records: worked.flatMap((look) => look.held).length,
      added: worked.flatMap((look) => look.added).length,
    },
  };
}

/** Enters the next part that is missing. */
export function fillPractice(session: PracticeSession, clock: Clock): Promise<PracticeFill> {
  return inTurn(session, async () => {
    refuseLive(session);
    const place = markPlace(session.work);
    const mark = (await place.load()) ?? (await restoredMark(session, clock));
    const part = CASELOAD_PARTS.find((each) => mark.parts[each]?.isWhole !== true);
    if (part === undefined) {
      await place.save(mark);
      return filled(mark, true);
    }
    // A part that was begun is continued as of its own day: what is saved of it already was.
    const noted = mark.parts[part];
    const isBegun = noted !== undefined && (await isAnySaved(session, noted.records));
    const begun = isBegun ? noted : { round: mark.round, day: clock.today(), at: clock.now() };
    const options = optionsOf(session, begun);
    const steps = await caseloadPart(part, options);
    const made: MadePart = { ...begun, isWhole: false, records: madeBy(steps) };
    const marked = (next: MadePart): PracticeMark => ({
      ...mark,
      parts: { ...mark.parts, [part]: next },
    });
    await place.save(marked(made));
    const isEntered = await enters(
      session,
      steps,
      seededRandom(`${options.seed} ${part} saves`).id,
    );
    if (!isEntered && !isBegun && mark.round < MOST_ROUNDS) {
      // These ids were destroyed, in a vault that came from a backup since: the next request takes others.
      await place.save({ ...mark, round: mark.round + 1 });
      return filled(mark, false);
    }
    const after = marked({ ...made, isWhole: true });
    await place.save(after);
    return filled(
      after,
      CASELOAD_PARTS.every((each) => after.parts[each]?.isWhole),
    );
  });
}

/** The vault of a backup comes without the note: its people are those of the latest round that is held. */
async function restoredMark(session: PracticeSession, clock: Clock): Promise<PracticeMark> {
  const when = { day: clock.today(), at: clock.now() };
  const [first] = CASELOAD_PARTS;
  for (let round = MOST_ROUNDS; first !== undefined && round > 0; round -= 1) {
    const records = madeBy(await caseloadPart(first, optionsOf(session, { ...when, round })));
    if (!(await isAnySaved(session, records))) continue;
    const parts: Record<string, MadePart> = {};
    for (const part of CASELOAD_PARTS) {
      const steps = await caseloadPart(part, optionsOf(session, { ...when, round }));
      parts[part] = { ...when, round, isWhole: true, records: madeBy(steps) };
    }
    return { round, parts };
  }
  return NOTHING;
}

/** False for a part that was noted and not begun, and for one that was destroyed. */
async function isAnySaved(
  { store }: PracticeSession,
  records: readonly MadeRecord[],
): Promise<boolean> {
  const saves = await Promise.all(records.map(({ id }) => store.history(id)));
  return saves.some((each) => each.length > 0);
}

/**
 * Destroys what was entered.
 *
 * @param isWorkToo - also the people whom the officer worked on since, with what was added to them; otherwise they stay
 */
export function removePractice(
  session: PracticeSession,
  isWorkToo: boolean,
  clock: Clock,
): Promise<PracticeRemoval> {
  return inTurn(session, async () => {
    refuseLive(session);
    const place = markPlace(session.work);
    const mark = (await place.load()) ?? NOTHING;
    const gone = await session.write(undefined, async (store) => {
      const looks = await lookAtParts(store, mark.parts);
      const going = looks.filter(({ isWorkedOn }) => isWorkToo || !isWorkedOn);
      // Noted first: if the keeper dies in between, what is gone is never taken for what is there.
      await place.save({ round: mark.round + 1, parts: partsAfter(mark, going, 'during') });
      await destroys(session, store, going, clock);
      return going;
    });
    await place.save({ round: mark.round + 1, parts: partsAfter(mark, gone, 'after') });
    const records = gone.flatMap(({ held, added }) => [...held, ...added]);
    return { people: peopleIn(records), records: records.length };
  });
}

/** The parts as they are noted while some of them go, and when they are gone. */
function partsAfter(
  { parts }: PracticeMark,
  going: readonly PartLook[],
  when: 'during' | 'after',
): PracticeMark['parts'] {
  const names = new Set(going.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => {
      if (!names.has(name)) return [[name, part]];
      return when === 'during' ? [[name, { ...part, isWhole: false }]] : [];
    }),
  );
}

async function destroys(
  session: PracticeSession,
  store: RecordStore,
  going: readonly PartLook[],
  clock: Clock,
): Promise<void> {
  const records = going.flatMap(({ held, added }) => [...held, ...added]);
  if (records.length === 0) return;
  const holds = records.filter(
    (record): record is StoredRecord<'hold'> =>
      record.kind === 'hold' && !('liftedOn' in record.value && record.value.liftedOn),
  );
  const lifts = holds.flatMap((hold) => {
    const lifted = liftHold(hold, { host: { clock, random: seededRandom(hold.id) } });
    return lifted.ok ? lifted.value.commit.changes : [];
  });
  if (lifts.length > 0) await store.commit({ changes: lifts, reason: 'retention' });
  const ids = records.map(({ id }) => id);
  const only = await store.heldOnlyWith(ids);
  const all = [...new Set<RecordId>([...ids, ...only.map(({ id }) => id)])];
  for (const id of all) session.removing.add(id);
  try {
    await store.dispose(all, 'undo');
  } finally {
    session.removing.clear();
  }
}

/**
 * Makes the saves of a part, each once. Stops where the vault is in another state than the caseload expects: the officer
 * worked on a part that was cut short, and it stays as they left it.
 *
 * @returns false if not even the first save could be made
 */
async function enters(
  session: PracticeSession,
  steps: readonly CaseloadStep[],
  nextRequest: () => string,
): Promise<boolean> {
  for (const [nth, step] of steps.entries()) {
    const request = nextRequest();
    try {
      const names = await keptBlobs(session, step);
      await session.write(request, async (store) => {
        const kept = await session.receiptOf(request);
        if (kept && (await isStillHeld(session, step))) return kept;
        if ('dispose' in step) return store.dispose(step.dispose, step.reason);
        return store.commit(await commitOver(step.commit, store, names));
      });
      session.blobs.named(names.values());
    } catch (error) {
      if (isAnotherState(error)) return nth > 0;
      throw error;
    }
  }
  return true;
}

/** Keeps the blobs of a step. @returns the name of each in this vault, by its name in the step */
async function keptBlobs(
  { blobs }: Pick<PracticeSession, 'blobs'>,
  step: CaseloadStep,
): Promise<ReadonlyMap<BlobName, BlobName>> {
  const names = new Map<BlobName, BlobName>();
  if ('blobs' in step)
    for (const { name, bytes } of step.blobs ?? []) names.set(name, await blobs.put(bytes));
  return names;
}

/** False if what the step made was destroyed since, as in a vault that came from a backup. */
async function isStillHeld(session: PracticeSession, step: CaseloadStep): Promise<boolean> {
  if ('dispose' in step) return true;
  const made = madeBy([step]).filter(({ id }) => isNewIn(step.commit, id));
  return made.length === 0 || isAnySaved(session, made);
}

function isNewIn({ changes }: Commit, id: RecordId): boolean {
  return changes.some(({ record, parents }) => record === id && parents.length === 0);
}

function isAnotherState(error: unknown): boolean {
  return (
    error instanceof PreventError &&
    ['CP_RECORD_INVALID', 'CP_STORE_CONFLICT', 'CP_STORE_UNKNOWN_RECORD'].includes(error.code)
  );
}

function madeBy(steps: readonly CaseloadStep[]): MadeRecord[] {
  const made = new Map<RecordId, MadeRecord>();
  for (const step of steps) {
    if ('dispose' in step) for (const id of step.dispose) made.delete(id);
    else
      for (const { kind, record: id } of step.commit.changes)
        made.set(id, { kind, id, saves: (made.get(id)?.saves ?? 0) + 1 });
  }
  return [...made.values()];
}

function optionsOf(
  { keys }: PracticeSession,
  { round, day, at }: Pick<MadePart, 'round' | 'day' | 'at'>,
): CaseloadOptions {
  const { id, name, regime, policyReference } = keys.identity.officer;
  const law = REGIMES.find((each) => each === regime) ?? 'part3';
  const officer = { id, name, regime: law, policyReference };
  return { seed: `${id} ${round}`, day, at, officer, lists: gatherCodeLists(), digest: textDigest };
}

function filled({ parts }: PracticeMark, isDone: boolean): PracticeFill {
  const records = Object.values(parts).flatMap((part) => part.records);
  return { people: peopleIn(records), of: CASELOAD_PEOPLE, isDone };
}

function peopleIn(records: readonly Pick<MadeRecord, 'kind'>[]): number {
  return records.filter(({ kind }) => kind === 'subject').length;
}

/** A real vault is never filled with people who do not exist. */
function refuseLive({ keys }: PracticeSession): void {
  if (keys.kind === 'practice') return;
  throw new PreventError(
    'CP_RECORD_INVALID',
    'Fictional people are entered in a practice vault only. This vault is for real work.',
  );
}
