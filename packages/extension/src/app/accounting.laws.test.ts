// @vitest-environment happy-dom
/** Any acts through the services, in any order: each has its entry, in its place, and none contains erased text. */
import type { LoggedEntry, RecordId } from '@cyber-prevent/core';
import { buildId, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MemoryServices, memoryServices } from '../testing/memory-services.js';

const STEPS = ['add', 'change', 'open', 'search', 'log', 'hand-over', 'seen', 'dispose'] as const;
type Step = (typeof STEPS)[number];
const SECRET = 'Quillon Ashgrove';

interface Done {
  readonly action: LoggedEntry['action'];
  readonly records: readonly RecordId[];
}

/** Applies the step to the record. @returns the entry that it must cause */
async function does(services: MemoryServices, step: Step, id: RecordId | undefined): Promise<Done> {
  const { store, log, seenBefore } = services;
  if (step === 'add' || id === undefined) {
    const subject = buildSubject({ id: buildId(), name: SECRET });
    await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
    return { action: 'collection', records: [subject.id] };
  }
  const records = [id];
  if (step === 'change') {
    const held = await store.get('subject', id);
    const parents = held?.heads ?? [];
    const set = { name: `${SECRET} ${crypto.randomUUID()}` };
    await store.commit({
      changes: [{ kind: 'subject', record: id, parents, set }],
      reason: 'correction',
    });
    return { action: 'alteration', records };
  }
  if (step === 'open') await store.consult(records, 'case-work');
  if (step === 'search') await log.noteSearch({ words: SECRET, shown: records });
  if (step === 'log') await log.open({ subject: id }, 'log-review');
  if (step === 'hand-over') {
    const opened = await log.open({ subject: id }, 'log-review');
    await opened.disclose({}, { reason: 'disclosure', recipients: ['supervisor', 'DI Penhallow'] });
    return { action: 'disclosure', records };
  }
  if (step === 'seen') {
    const { people } = await seenBefore.look(
      { values: [{ kind: 'name', text: SECRET }] },
      'referral',
    );
    // No match, no log: then the record is looked at in the usual way.
    if (people.length === 0) await store.consult(records, 'case-work');
    return { action: 'consultation', records: [] };
  }
  if (step === 'dispose') {
    await store.dispose(records, 'retention');
    return { action: 'erasure', records };
  }
  return { action: 'consultation', records };
}

it('every read and write has its entry, in order, and no entry holds what was erased', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(5)), { maxLength: 14 }),
      async (steps) => {
        const services = await memoryServices();
        const { store } = services;
        let before = await store.audit();
        for (const [step, place] of steps) {
          const held = (await store.query('subject')).map(({ id }) => id);
          const { action, records } = await does(services, step, held[place % held.length]);
          const after = await store.audit();
          expect(after.slice(0, before.length)).toEqual(before);
          expect(after.length).toBeGreaterThan(before.length);
          const last = after.at(-1);
          expect(last?.action).toBe(action);
          for (const id of records) expect(last?.records).toContain(id);
          before = after;
        }
        const held = await store.query('subject');
        if (held.length > 0)
          await store.dispose(
            held.map(({ id }) => id),
            'retention',
          );
        expect(JSON.stringify(await store.audit())).not.toMatch(/quillon|ashgrove/i);
        expect(JSON.stringify(await store.batchesSince(0))).not.toMatch(/quillon|ashgrove/i);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
