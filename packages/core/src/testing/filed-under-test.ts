/** A store in which a test files referrals, on new people and on people already held. */
import type { FieldPath } from '../capture/field/field-path.js';
import { decideReferral } from '../casework/intake/decide-referral.js';
import { fileReferral } from '../casework/intake/file-referral.js';
import { makePromise } from '../casework/intake/promise.js';
import { gatherCodeLists } from '../codes/index.js';
import { defaultGates, draftOfFields, type FieldValues } from '../review/index.js';
import type { RecordId, Result } from '../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../store/index.js';
import { testHost, testSigner } from './host.js';

export interface Filed {
  readonly seq: number;
  readonly subject: RecordId;
  readonly referral: RecordId;
  readonly captures: readonly RecordId[];
}

/** Something done after the save. */
export interface Later {
  readonly seq: number;
  readonly id: RecordId;
}

export interface FilesOn {
  /** The person already held. */
  readonly addTo?: RecordId;
  readonly into?: RecordId;
  readonly beside?: readonly FieldPath[];
  readonly replace?: readonly FieldPath[];
}

const PAGE = {
  way: 'page',
  system: 'Practice',
  title: 'Referral',
  dates: { 'subject.bornOn': 'day-first' },
} as const;

export async function filingDesk() {
  const host = testHost();
  const signer = testSigner();
  const store = await createMemoryStore({ host, signer });
  const gates = passedValue(defaultGates('force', 'part3'));
  const lists = gatherCodeLists();
  const terms = { host, lists, gates, officer: { regime: 'part3', practice: false } } as const;
  const files = async (
    fields: FieldValues,
    { addTo, into, ...stands }: FilesOn = {},
  ): Promise<Filed> => {
    const read = draftOfFields(fields, PAGE, host);
    // Other people on a page are taken by hand only.
    const rows = read.rows.map((row) => ({ ...row, decision: { kind: 'take' } as const }));
    const draft = { ...read, rows, withoutNarrative: true } as const;
    const held = addTo && foundIn(await store.get('subject', addTo));
    const of = held ? { subjectId: held.id } : undefined;
    const filed = passedValue(
      fileReferral(draft, {
        ...terms,
        ...(held ? { addTo: held } : {}),
        ...(into ? { addToReferral: foundIn(await store.get('referral', into)) } : {}),
        ...stands,
        held: {
          captures: await store.query('sourceCapture'),
          onlineIdentifiers: of ? await store.query('onlineIdentifier', of) : [],
          relatedPersons: of ? await store.query('relatedPerson', of) : [],
        },
      }),
    );
    const { seq } = await store.commit(filed.commit);
    return { seq, ...filed.ids };
  };
  const context = { host, lists };
  const decides = async (id: RecordId, outcome: string): Promise<Later> => {
    const referral = await store.get('referral', id);
    const made = passedValue(
      decideReferral({ outcome, reason: 'As read.' }, { ...context, referral }),
    );
    const { seq } = await store.commit(made.commit);
    return { seq, id: made.id };
  };
  const promises = async (id: RecordId): Promise<Later> => {
    const on = await store.get('referral', id);
    const words = { kind: 'call', to: 'referrer', dueOn: host.clock.today() };
    const made = passedValue(makePromise(words, { ...context, on }));
    const { seq } = await store.commit(made.commit);
    return { seq, id: made.id };
  };
  /** Everything of a person that a referral makes, without the history. */
  const caseOf = async (subjectId: RecordId) => {
    const subject = await store.get('subject', subjectId);
    const kinds = ['referral', 'relatedPerson', 'onlineIdentifier', 'decision', 'promise'] as const;
    const others = await Promise.all(kinds.map((kind) => store.query(kind, { subjectId })));
    return [subject, ...others.flat()].map((each) => each && stateOf(each));
  };
  return { host, terms, store, verify: signer.verify, files, decides, promises, caseOf };
}

export function stateOf({ id, value, sources }: StoredRecord) {
  return { id, value, sources };
}

export function passedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

export function foundIn<T>(record: T | undefined): T {
  if (record === undefined) throw new Error('Not held');
  return record;
}
