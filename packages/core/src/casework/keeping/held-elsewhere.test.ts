/** Disposals of a case that a hold on somebody else keeps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind } from '../../record/kind.js';
import { isError } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import { endCase } from '../../testing/case-ending.js';
import {
  buildAttachment,
  buildHold,
  buildIntervention,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { planDisposal } from './dispose-case.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;
const HELD = { code: 'CP_STORE_HELD' };

async function start() {
  const store = await createMemoryStore({
    host: testHost({ at: `${TODAY}T09:30:00.000Z` }),
    signer: testSigner(),
  });
  const keep = async (...changes: readonly Change[]) =>
    store.commit({ changes, reason: 'case-work' });
  const corin = buildSubject({ name: 'Corin Vael', bornOn: '2010-05-02' });
  const bryn = buildSubject({ name: 'Bryn Marlow' });
  await keep(newRecord('subject', corin), newRecord('subject', bryn));
  const change = async (kind: RecordKind, id: RecordId, set: object, more: object = {}) => {
    const parents = (await store.get(kind, id))?.heads ?? [];
    await keep({ kind, record: id, parents, set, ...more } as Change);
  };
  const attach = async (subjectId: RecordId, name: string) => {
    const file = buildAttachment({ subjectId, name, receivedOn: TODAY } as never);
    await keep(newRecord('attachment', file));
    return file.id;
  };
  const hold = async (subjectId: RecordId) => {
    const made = buildHold({ subjectId });
    await keep(newRecord('hold', made));
    return made.id;
  };
  const plan = async (subject: RecordId, closed: ReadonlySet<RecordId> = new Set()) => {
    const found = await planDisposal(store, subject, { today: TODAY, lists, closed });
    if (!found) throw new Error('No plan');
    return { ids: found.ids, stops: found.issues.filter(isError) };
  };
  return { store, keep, corin: corin.id, bryn: bryn.id, change, attach, hold, plan };
}

describe('a file that was on the record of somebody with a hold', () => {
  const movedFile = async () => {
    const begun = await start();
    const { corin, bryn, attach, change, hold, store } = begun;
    const file = await attach(corin, 'notice.pdf');
    const held = await hold(corin);
    await change('attachment', file, { subjectId: bryn, movedFrom: corin });
    await endCase(store, bryn, TODAY);
    return { ...begun, file, held };
  };

  it('is an obstacle that names the file, whose hold it is and what to do, until that is lifted', async () => {
    const { store, corin, bryn, plan, change, held } = await movedFile();
    const { ids, stops } = await plan(bryn);
    expect(stops).toEqual([
      {
        code: 'hold-elsewhere',
        severity: 'error',
        at: corin,
        message:
          'A hold on the record of Corin Vael (born 2 May 2010) keeps part of this case: Attached file “notice.pdf”. This was on that record until it was moved. Open the record of Corin Vael (born 2 May 2010), and review that hold first.',
      },
    ]);
    await expect(store.dispose(ids, 'retention')).rejects.toMatchObject(HELD);
    await change('hold', held, { liftedOn: TODAY });
    const after = await plan(bryn);
    expect(after.stops).toEqual([]);
    await store.dispose(after.ids, 'retention');
  });

  it('is said with no birth where none is known, and with their number where there are several', async () => {
    const { bryn, corin, change, plan } = await movedFile();
    const said = async () => (await plan(bryn)).stops.map(({ message }) => message);
    const alsoRecorded = [{ what: 'bornOn', date: '2008-05-02', notedOn: TODAY }];
    await change('subject', corin, { alsoRecorded });
    expect(await said()).toEqual([
      expect.stringContaining('on the record of Corin Vael (2 dates of birth) keeps'),
    ]);
    await change('subject', corin, { alsoRecorded: null, bornOn: null });
    expect(await said()).toEqual([expect.stringContaining('on the record of Corin Vael keeps')]);
  });

  it('is one also when it was withdrawn since, and then only counted', async () => {
    const { bryn, plan, change, file } = await movedFile();
    await change('attachment', file, {}, { withdraw: true });
    const { ids, stops } = await plan(bryn);
    expect(ids).toContain(file);
    expect(stops.map(({ message }) => message)).toEqual([
      expect.stringContaining('keeps part of this case: Attached file: 1. This was'),
    ]);
  });

  it('names nobody whose record is closed to the officer', async () => {
    const { corin, bryn, plan } = await movedFile();
    const { stops } = await plan(bryn, new Set([corin]));
    expect(stops).toHaveLength(1);
    expect(JSON.stringify(stops)).not.toMatch(/Corin|Vael/);
    expect(stops[0]).not.toHaveProperty('at');
    expect(stops[0]?.message).toContain('Ask your supervisor to have that hold reviewed.');
  });

  it('is said once for a hold, with everything that it keeps', async () => {
    const { store, keep, corin, bryn, change, plan } = await movedFile();
    const contacts = [1, 2].map(() => buildIntervention({ subjectId: corin, heldOn: TODAY }));
    await keep(...contacts.map((each) => newRecord('intervention', each)));
    for (const { id } of contacts) await change('intervention', id, { subjectId: bryn });
    await endCase(store, bryn, TODAY);
    const { stops } = await plan(bryn);
    expect(stops.map(({ message }) => message)).toEqual([
      expect.stringMatching(/: Attached file “notice.pdf”; \w+: 2\. /),
    ]);
  });
});

it('names the person to whom the hold itself was moved', async () => {
  const { store, corin, bryn, hold, change, plan } = await start();
  const held = await hold(bryn);
  await change('hold', held, { subjectId: corin });
  await endCase(store, bryn, TODAY);
  const { ids, stops } = await plan(bryn);
  expect(stops.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^A hold on the record of Corin Vael .* It was in place here until it/),
  ]);
  await expect(store.dispose(ids, 'retention')).rejects.toMatchObject(HELD);
});

it('is said in every plan that the store would refuse for a hold, and in no other', async () => {
  const step = fc.record({
    act: fc.constantFrom('move', 'move', 'withdraw', 'hold', 'move hold', 'lift', 'source'),
    pick: fc.nat(5),
    to: fc.nat(1),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.nat(1), async (steps, whose) => {
      const { store, keep, corin, bryn, attach, hold, change, plan } = await start();
      const people = [corin, bryn] as const;
      const files = [await attach(corin, 'a.pdf'), await attach(bryn, 'b.pdf')];
      const holds: RecordId[] = [];
      for (const { act, pick, to } of steps) {
        const person = people[to] ?? corin;
        const file = files[pick % files.length] ?? corin;
        const held = holds[pick % holds.length];
        if (act === 'hold') holds.push(await hold(person));
        else if (act === 'move hold' || act === 'lift') {
          const set = act === 'lift' ? { liftedOn: TODAY } : { subjectId: person };
          if (held) await change('hold', held, set);
        } else if (!(await store.get('attachment', file))) continue;
        else if (act === 'move') await change('attachment', file, { subjectId: person });
        else if (act === 'withdraw') await change('attachment', file, {}, { withdraw: true });
        else {
          const capture = buildSourceCapture();
          await keep(newRecord('sourceCapture', capture));
          const sources = { name: [buildSource({ capture: capture.id })] };
          await change('attachment', file, { name: 'c.pdf' }, { sources });
        }
      }
      const subject = people[whose] ?? corin;
      const { ids, stops } = await plan(subject);
      const isSaid = stops.some(({ code }) => code === 'hold-stands' || code === 'hold-elsewhere');
      const isRefused = await store.dispose(ids, 'retention').then(
        () => false,
        ({ code }: { code: string }) => code === 'CP_STORE_HELD',
      );
      expect(isSaid).toBe(isRefused);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
