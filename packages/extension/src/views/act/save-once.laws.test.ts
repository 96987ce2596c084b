/** A save makes one set of records, however it is interrupted and pressed again. */
import { passed } from '@cyber-prevent/core';
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeUnfinished } from '../../app/unfinished.js';
import { formDating } from '../../components/use-form-work.js';
import { memoryServices } from '../../testing/memory-services.js';
import { saveOnce } from './save-once.js';

type Event =
  | { readonly name: 'press'; readonly ends?: 'before-it-keeps' | 'before-it-answers' }
  | { readonly name: 'type'; readonly words: string }
  | { readonly name: 'reload' };

const EVENT: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ name: fc.constant('press' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      name: fc.constant('press' as const),
      ends: fc.constantFrom('before-it-keeps' as const, 'before-it-answers' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      name: fc.constant('type' as const),
      words: fc.constantFrom('Spoke at home.', 'Spoke at school.', ' '),
    }),
  },
  { weight: 3, arbitrary: fc.record({ name: fc.constant('reload' as const) }) },
);

async function world() {
  const services = await memoryServices();
  const subject = buildSubject();
  const commit = { changes: [newRecord('subject', subject)], reason: 'referral' } as const;
  await services.store.commit(commit);
  return { services, subjectId: subject.id };
}

describe('a save', () => {
  it('of what is typed makes one record for each time that it is said to be kept, and none beside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(EVENT, { maxLength: 14 }), async (events) => {
        const { services, subjectId } = await world();
        const open = () => {
          const unfinished = makeUnfinished(services);
          const value = signal<{ note: string }>({ note: 'Spoke.' });
          const dating = formDating(services) as never;
          return unfinished.open('intervention/new', value, { number: 1, dating });
        };
        let work = open();
        await work.flush();
        let said = 0;
        for (const event of events) {
          if (event.name === 'type') work.value.value = { note: event.words };
          else if (event.name === 'reload') {
            await work.flush();
            work.close();
            work = open();
            await work.flush();
          } else {
            if (event.ends) services.saves.endNext(event.ends);
            const { note } = work.value.value;
            const outcome = await saveOnce(services, work, { note }, () => {
              const contact = buildIntervention({ id: services.host.random.id(), subjectId, note });
              const changes = [newRecord('intervention', contact)];
              return passed({ commit: { changes, reason: 'case-work' } as const });
            }).catch(() => undefined);
            if (outcome?.name === 'kept') {
              said += 1;
              await work.letGo();
              work.value.value = { note: 'Spoke.' };
            }
          }
        }
        const held = await services.store.query('intervention', { subjectId });
        const onItsWay = work.held() === undefined ? 0 : 1;
        expect(held.length).toBeGreaterThanOrEqual(said);
        expect(held.length).toBeLessThanOrEqual(said + onItsWay);
      }),
    );
  });
});
