import { describe, expect, it } from 'vitest';
import { heldPerson, seenBefore } from '../../match/index.js';
import type { PlainDate } from '../../shared/primitives.js';
import { caseUnderTest, saysOf, TOLD } from '../../testing/case-under-test.js';
import { buildOnlineIdentifier, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { addHandle, canonicalHandle, correctHandle, sawHandle } from './handle-ledger.js';

const day = (date: string) => date as PlainDate;

async function ledgerUnderTest() {
  const all = await caseUnderTest();
  const on = async () => ({
    ...(await all.on()),
    ledger: await all.store.query('onlineIdentifier'),
  });
  return { ...all, on };
}

describe('the handle ledger', () => {
  it('keeps a handle as seen, with its canonical form, how sure, and who said so', async () => {
    const { on, keep, one } = await ledgerUnderTest();
    const seen = { platform: 'discord', asSeen: '@RowanV_Test', confidence: 'likely' } as const;
    await keep(addHandle(seen, TOLD, await on()));
    const { value, sources } = await one('onlineIdentifier');
    expect(value).toMatchObject({
      ...seen,
      canonical: 'rowanv_test',
      firstSeenOn: '2026-11-24',
    });
    expect(sources.asSeen).toMatchObject([{ statement: 'reported', verbatim: '@RowanV_Test' }]);
  });

  it('takes the officer’s canonical form for theirs', async () => {
    const { on, keep, one } = await ledgerUnderTest();
    const seen = { platform: 'forum', asSeen: 'Row an', canonical: 'Rowan#12', platformId: '8841' };
    await keep(addHandle(seen, TOLD, await on()));
    expect((await one('onlineIdentifier')).value).toMatchObject(seen);
    expect(canonicalHandle('…')).toBeUndefined();
  });

  it('refuses the same handle twice, however it is written, and says what to do', async () => {
    const { on, keep } = await ledgerUnderTest();
    await keep(addHandle({ platform: 'discord', asSeen: 'RowanV' }, TOLD, await on()));
    const again = addHandle({ platform: 'discord', asSeen: '@rowanv' }, TOLD, await on());
    expect(saysOf(again)).toEqual(['already-held asSeen']);
    expect(addHandle({ platform: 'steam', asSeen: 'RowanV' }, TOLD, await on()).ok).toBe(true);
  });

  it('notes that it was seen again, and puts it right with its source', async () => {
    const { on, keep, one, context, store } = await ledgerUnderTest();
    const first = { asSeen: 'rowan', firstSeenOn: day('2026-11-01') };
    await keep(addHandle(first, TOLD, await on()));
    await keep(sawHandle(await one('onlineIdentifier'), {}, context));
    const held = await one('onlineIdentifier');
    expect(held.value.lastSeenOn).toBe('2026-11-24');
    expect(saysOf(sawHandle(held, { lastSeenOn: day('2026-10-01') }, context))).toEqual([
      'date-out-of-order lastSeenOn',
    ]);
    const { id: _, subjectId: __, ...same } = held.value;
    expect(saysOf(correctHandle(held, same, TOLD, await on()))).toEqual(['nothing-changed']);
    await keep(correctHandle(held, { ...same, asSeen: 'rowan_v' }, TOLD, await on()));
    expect((await one('onlineIdentifier')).value).toMatchObject({
      asSeen: 'rowan_v',
      firstSeenOn: '2026-11-01',
    });
    expect((await store.history(held.id)).at(-1)?.reason).toBe('correction');
  });

  it('is looked through for the same handle on another subject, and the look is logged', async () => {
    const { store, subject } = await ledgerUnderTest();
    const other = buildSubject({ name: 'Wren Ash', phones: [], emails: [], addresses: [] });
    const handle = buildOnlineIdentifier({ subjectId: other.id, asSeen: '@RowanV_Test' });
    await store.commit({
      changes: [newRecord('subject', other), newRecord('onlineIdentifier', handle)],
      reason: 'case-work',
    });
    const seen = seenBefore(store);
    const sought = {
      values: [{ kind: 'handle', text: 'rowanv_test', platform: 'discord' }],
    } as const;
    const { people } = await seen.look(sought, store.consult.bind(store), 'case-work');
    expect(people.map(({ person, name }) => [person, name])).toEqual([[other.id, 'Wren Ash']]);
    const [look] = (await store.audit()).filter(({ action }) => action === 'consultation');
    expect(look).toMatchObject({ reason: 'case-work' });
    expect(look?.records).toContain(other.id);
    expect(heldPerson(await subject()).values.length).toBeGreaterThan(0);
    seen.stop();
  });
});
