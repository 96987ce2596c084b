/**
 * Undoing one action leaves no trace in diary, chronology or list, and redoing it restores everything, for any form.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { timeline } from '../../desk/case/timeline.js';
import { diary } from '../../desk/diary/diary.js';
import { LIST_NAMES } from '../../desk/lists/list-name.js';
import { listRows } from '../../desk/lists/list-rows.js';
import { defaultGates } from '../../review/index.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import {
  createMemoryStore,
  type RecordStore,
  type StoredRecord,
  undoSave,
} from '../../store/index.js';
import {
  buildReferral,
  buildSession,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { workingCalendar } from '../rules/calendar.js';
import { logTogether, type TogetherInput } from './log-together.js';

const today = '2026-11-24' as PlainDate;
const at = '2026-11-24T09:30:00.000Z' as Instant;
const lists = gatherCodeLists();
const calendar = workingCalendar();
const gates = defaultGates('force', 'part3');
if (!gates.ok) throw new Error('a force has gates');
const noteContext = { gates: gates.value, officer: { regime: 'part3', practice: true } } as const;

const KINDS = ['subject', 'session', 'intervention', 'agencyContact', 'intelligenceNote'] as const;

/** Subjects with a referral each, and a session arranged for today with the first two. */
async function opened(count: number) {
  const host = testHost({ at });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const people = Array.from({ length: count }, (_, nth) =>
    buildSubject({ name: `Person ${nth + 1}` }),
  );
  const sessions = people
    .slice(0, 2)
    .map(({ id }) => buildSession({ subjectId: id, arrangedFor: today }));
  await store.commit({
    changes: [
      ...people.map((person) => newRecord('subject', person)),
      ...people.map(({ id }) => newRecord('referral', buildReferral({ subjectId: id }))),
      ...sessions.map((session) => newRecord('session', session)),
    ],
    reason: 'case-work',
  });
  return { host, store, context: { host, lists } };
}

async function everything(store: RecordStore) {
  const records = (
    await Promise.all(KINDS.map((kind) => store.query(kind)))
  ).flat() as readonly StoredRecord[];
  return {
    records: records.map(({ kind, id, value }) => ({ kind, id, value })),
    due: diary(records, { today, calendar, lists }).entries,
    told: timeline(records, lists),
  };
}

/** Sorts the records, since those of one moment have no order. */
function inNoOrder({ records, due, told }: Awaited<ReturnType<typeof everything>>) {
  return [records, due, told].map((each) => each.map((one) => JSON.stringify(one)).toSorted());
}

const SHARED = {
  kind: 'workshop',
  heldOn: today,
  mode: 'in-person',
  minutes: 60,
  place: 'Testford Academy',
};
const SCHOOL = {
  who: 'Ottilie Brandt, safeguarding lead',
  about: 'The talk.',
  gateway: 'children-act-11',
  shared: 'That it was held.',
};
/** One way to fill in the form: the people there, those who engaged, the sessions it was, and the records with it. */
const forms = fc.record({
  there: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
  outcomes: fc.array(fc.constantFrom('engaged', 'partly-engaged', 'not-engaged'), {
    minLength: 5,
    maxLength: 5,
  }),
  isSession: fc.boolean(),
  followUp: fc.boolean(),
  school: fc.boolean(),
  note: fc.option(fc.integer({ min: -1, max: 4 }), { nil: undefined }),
  again: fc.integer({ min: 0, max: 3 }).map((nth) => nth === 0),
});

async function begun() {
  const { store, context } = await opened(5);
  const rows = listRows(store, { run: 'law' });
  const list = async () =>
    JSON.stringify(
      await Promise.all(LIST_NAMES.map(async (name) => [name, (await rows.rows(name)).rows])),
    );
  const [subjects, sessions] = [await store.query('subject'), await store.query('session')];
  const before = await everything(store);
  return { store, context, subjects, sessions, before, list, listed: await list(), cases: 0 };
}

it('leaves no trace in the diary, the chronology or a list when it is undone, and is done again as it was', async () => {
  let world = await begun();
  await fc.assert(
    fc.asyncProperty(
      forms,
      async ({ there, outcomes, isSession, followUp, school, note, again }) => {
        // A store with thousands of undone saves is slow to search.
        if (world.cases === 20) world = await begun();
        world.cases += 1;
        const { store, context, subjects, sessions, before, list, listed } = world;
        const held = await Promise.all(
          sessions.map(async ({ id }) => (await store.get('session', id)) ?? []),
        );
        const each = there.flatMap((nth) => {
          const subject = subjects[nth];
          if (!subject) return [];
          const session = isSession
            ? held.flat().find(({ value }) => value.subjectId === subject.id)
            : undefined;
          return [{ subject, own: { outcome: outcomes[nth], note: 'Came.' }, session }];
        });
        const on = note === undefined ? undefined : subjects[note];
        const input: TogetherInput = {
          shared: { ...SHARED, ...(followUp ? { followUpDueOn: today } : {}) },
          each,
          ...(school ? { school: SCHOOL } : {}),
          ...(note === undefined
            ? {}
            : {
                note: {
                  input: {
                    text: 'A stresser is talked about.',
                    statement: 'reported',
                    grade: {
                      sourceEvaluation: '2',
                      intelligenceAssessment: 'C',
                      handlingCode: 'P',
                    },
                    ...(on ? { subjectId: on.id } : {}),
                  },
                  context: { ...context, ...noteContext, held: {}, subject: on },
                },
              }),
        };
        const made = logTogether(input, context);
        if (!made.ok) throw new Error(JSON.stringify(made.issues));
        const { seq } = await store.commit(made.value.commit);
        const done = await everything(store);
        expect(done.records).not.toEqual(before.records);
        const takeBack = async (save: number): Promise<number> => {
          const back = await undoSave(store, save);
          if (!back.ok) throw new Error(JSON.stringify(back.issues));
          return (await store.commit(back.value)).seq;
        };
        const undone = await takeBack(seq);
        expect(await everything(store)).toEqual(before);
        if (again) {
          const redone = await takeBack(undone);
          expect(inNoOrder(await everything(store))).toEqual(inNoOrder(done));
          await takeBack(redone);
          expect(await everything(store)).toEqual(before);
        }
        expect(await list()).toEqual(listed);
      },
    ),
    { numRuns: 10_000 },
  );
}, 300_000);
