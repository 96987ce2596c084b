/** A verb made of a row and a handler and nothing else: asked by a page over a channel, and by a view under test. */
import type { RecordKind } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { AskKeeper, ViewVerb } from '../ports/verbs/verbs.js';
import { VIEW_VERBS } from '../ports/verbs/view-verbs.js';
import { newBench, setUp, until } from '../testing/keeper-under-test.js';
import { memoryServices } from '../testing/memory-services.js';

const { counted } = vi.hoisted(() => ({ counted: [] as string[] }));

vi.mock('../ports/verbs/view-verbs.js', async (original) => {
  const { VIEW_VERBS } = await original<typeof import('../ports/verbs/view-verbs.js')>();
  const { verb, Whole } = await import('../ports/verbs/shapes.js');
  const { RECORD_KINDS } = await import('@cyber-prevent/core');
  const v = await import('valibot');
  const row = verb(v.strictTuple([v.picklist(RECORD_KINDS)]), v.strictObject({ count: Whole }));
  return { VIEW_VERBS: { ...VIEW_VERBS, 'count-records': row } };
});

vi.mock('./session-handlers.js', async (original) => {
  const { sessionHandlers } = await original<typeof import('./session-handlers.js')>();
  const { whileOpen } = await import('./while-open.js');
  return {
    sessionHandlers: (parts: Parameters<typeof sessionHandlers>[0]) => ({
      ...sessionHandlers(parts),
      'count-records': ([kind]: [RecordKind]) =>
        whileOpen(parts.session)(async ({ store }) => {
          counted.push(kind);
          return { count: (await store.query(kind)).length };
        }),
    }),
  };
});

const SAVE = { changes: [newRecord('subject', buildSubject())], reason: 'case-work' };

/** The types know nothing of a row that a test adds. */
function count(ask: AskKeeper, ...args: readonly unknown[]): Promise<unknown> {
  return ask('count-records' as never, args as never);
}

async function refusesOtherArguments(ask: AskKeeper): Promise<void> {
  for (const args of [['suspect'], [], ['subject', 'subject'], [{ kind: 'subject' }]])
    await expect(count(ask, ...args)).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
  expect(counted).toEqual([]);
}

beforeEach(() => {
  counted.length = 0;
});

describe('a verb that is a row and a handler', () => {
  it('is answered to a page over the channel, with its arguments checked at the counter', async () => {
    const bench = newBench();
    const recoveryKey = await setUp(bench.computer);
    await bench.keeper();
    const page = bench.page();
    await until(page, 'locked');
    await expect(count(page.ask, 'subject')).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
    await page.vault.unlock('practice', { recoveryKey });
    await page.store.commit(SAVE);
    await refusesOtherArguments(page.ask);
    const reply = await count(page.ask, 'subject');
    expect(reply).toEqual({ count: 1 });
    expect(Object.isFrozen(reply)).toBe(true);
    await bench.clear();
  });

  it('is answered to a view under test by the same handler, over records in memory', async () => {
    const services = await memoryServices();
    await services.store.commit(SAVE);
    await refusesOtherArguments(services.ask);
    const reply = await count(services.ask, 'subject');
    expect(reply).toEqual({ count: 1 });
    expect(Object.isFrozen(reply)).toBe(true);
    services.setVault({ name: 'locked', kinds: ['practice'] });
    await expect(count(services.ask, 'subject')).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
  });

  it('can be made to fail once in a test of a view', async () => {
    const services = await memoryServices();
    services.failNext('count-records' as never, new Error('not now'));
    await expect(count(services.ask, 'subject')).rejects.toThrow('not now');
    expect(counted).toEqual([]);
    expect(await count(services.ask, 'subject')).toEqual({ count: 0 });
  });
});

it('leaves to a client every verb that opens a record under a reason', () => {
  expectTypeOf<Parameters<AskKeeper>[0]>().toEqualTypeOf<ViewVerb>();
  const opening = ['consult', 'blob-consult', 'seen-before'];
  expect(opening.filter((verb) => Object.hasOwn(VIEW_VERBS, verb))).toEqual([]);
});
