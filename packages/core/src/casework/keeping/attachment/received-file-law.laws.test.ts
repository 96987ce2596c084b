/** Two officers with the same file, who change it without knowing of each other: neither ever refuses what the other did. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../../codes/index.js';
import type { PlainDate, Result } from '../../../shared/index.js';
import { createMemoryStore, undoSave, type Verify } from '../../../store/index.js';
import { type Commit, revisionsOf } from '../../../store/log/revision.js';
import {
  buildAttachment,
  buildId,
  buildSubject,
  newRecord,
} from '../../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../../testing/host.js';
import type { CaseCommit } from '../../act/context.js';
import { keepingLaw } from '../keeping-law.js';
import { correctAttachment } from './attach-file.js';
import { moveAttachment } from './move-attachment.js';
import { receivedFileIssues } from './received-file-law.js';
import { withdrawAttachment } from './withdraw-attachment.js';

const TODAY = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();
const PEOPLE = [buildSubject(), buildSubject(), buildSubject()] as const;
const FILE = buildAttachment({ subjectId: PEOPLE[0].id, receivedOn: TODAY } as never);
const ACTS = ['move', 'withdraw', 'undo', 'name'] as const;

interface Step {
  readonly act: (typeof ACTS)[number];
  /** The officer who acts. */
  readonly by: 0 | 1;
  /** Places, among three people, by which it is moved on. */
  readonly on: number;
  /** Minutes since the last step of this officer. */
  readonly minutes: number;
}

/** Steps that neither officer knows of from the other, and then a file from the one to the other. */
interface Apart {
  readonly steps: readonly Step[];
  readonly into: 0 | 1;
  /** The officer accepts what a file would withdraw. */
  readonly isEnded: boolean;
}

const officer = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...ACTS),
  by: officer,
  on: fc.constantFrom(1, 2),
  minutes: fc.nat(20),
});
const apart: fc.Arbitrary<Apart> = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 4, size: 'max' }),
  into: officer,
  isEnded: fc.boolean(),
});

const valueIn = <T>(made: Result<T>): T | undefined => (made.ok ? made.value : undefined);
const commitIn = (made: Result<CaseCommit>): Commit | undefined => valueIn(made)?.commit;

/** An officer whose store keeps the law. */
async function officerWithFile() {
  const host = testHost({ at: `${TODAY}T09:30:00.000Z` });
  const signer = testSigner({ device: buildId(), officer: buildId() });
  const officer = { regime: 'part3', practice: false, id: signer.officer } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer, gate });
  const of = { host, lists, records: [] };
  let last: number | undefined;
  const madeBy = async ({ act, on }: Step): Promise<Commit | undefined> => {
    if (act === 'undo')
      return last === undefined ? undefined : valueIn(await undoSave(store, last));
    const held = await store.get('attachment', FILE.id);
    if (!held) return undefined;
    if (act === 'name')
      return commitIn(correctAttachment(held, { ...held.value, name: `${on}.pdf` }, of));
    if (act === 'withdraw') return commitIn(withdrawAttachment(held, 'wrong-file', of));
    const at = PEOPLE.findIndex(({ id }) => id === held.value.subjectId);
    const { id } = PEOPLE[(at + on) % PEOPLE.length] ?? PEOPLE[0];
    const to = await store.get('subject', id);
    return commitIn(moveAttachment(held, 'wrong-choice', { ...of, to }));
  };
  return {
    store,
    signer,
    async take(step: Step) {
      host.passDays(step.minutes / 1440);
      const made = await madeBy(step);
      // The law lets nobody undo the undoing of a move: then nothing was saved.
      const kept = made && (await store.commit(made).catch(() => undefined));
      last = kept?.seq ?? last;
    },
    async attach() {
      const changes = [
        ...PEOPLE.map((each) => newRecord('subject', each)),
        newRecord('attachment', FILE),
      ];
      last = (await store.commit({ changes, reason: 'case-work' })).seq;
    },
  };
}
type Officer = Awaited<ReturnType<typeof officerWithFile>>;

/** Takes in all that the other has, as far as it is accepted. @returns what the law says of it */
async function receive(into: Officer, from: Officer, verify: Verify, isEnded: boolean) {
  const batches = await from.store.batchesSince(0);
  const held = await into.store.history(FILE.id);
  const issues = receivedFileIssues(batches.flatMap(revisionsOf), held);
  const ended = isEnded ? [FILE.id] : [];
  await into.store.receive(batches, verify, 'restore', { from: 'colleague', ended });
  return issues.map(({ code }) => code);
}

it('takes every file that the acts of two officers and their undoing made, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(apart, { minLength: 1, maxLength: 5, size: 'max' }),
      async (times) => {
        const both = [await officerWithFile(), await officerWithFile()] as const;
        const verify: Verify = async (...signed) =>
          (await both[0].signer.verify(...signed)) || both[1].signer.verify(...signed);
        await both[0].attach();
        expect(await receive(both[1], both[0], verify, true)).toEqual([]);
        for (const { steps, into, isEnded } of times) {
          for (const each of steps) await both[each.by].take(each);
          expect(await receive(both[into], both[into === 0 ? 1 : 0], verify, isEnded)).toEqual([]);
        }
        expect(await receive(both[0], both[1], verify, true)).toEqual([]);
        expect(await receive(both[1], both[0], verify, true)).toEqual([]);
      },
    ),
    { numRuns: 200, endOnFailure: true },
  );
});
