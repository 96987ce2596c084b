import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../shared/primitives.js';
import { undoSave } from '../../../store/index.js';
import { caseUnderTest, saysOf, TOLD } from '../../../testing/case-under-test.js';
import { buildSubject, newRecord } from '../../../testing/fiction/builder.js';
import { addHandle, correctHandle } from '../handle-ledger.js';
import {
  alsoIdentifierOf,
  keepOnNobody,
  notTheirIdentifier,
  sayWhoseIdentifier,
} from './attribute-identifier.js';
import { keepIdentifier, letGoIdentifier } from './nobody-identifier.js';

const SAID = { confidence: 'possible', saidBy: 'The row of a national package' } as const;
const IP = {
  type: 'ip-address',
  asSeen: '198.51.100.7',
  seenAt: { on: '2026-11-20' as PlainDate, at: '01:30', zone: 'BST' },
} as const;

async function underTest() {
  const all = await caseUnderTest();
  const other = buildSubject({ name: 'Sable Finch' });
  await all.store.commit({ changes: [newRecord('subject', other)], reason: 'case-work' });
  const ledger = () => all.store.query('onlineIdentifier');
  const on = async () => ({ ...(await all.on()), ledger: await ledger() });
  const nobody = async () => ({ ...(await on()), subject: null });
  const onOther = async () => ({
    ...(await on()),
    subject: await all.store.get('subject', other.id),
  });
  return { ...all, on, nobody, onOther, ledger, other };
}

it('keeps the moment of an IP address on each statement about it', async () => {
  const { nobody, on, onOther, keep, one, ledger, other } = await underTest();
  const used = { ...IP, seenAt: { ...IP.seenAt, zone: 'UTC' } };
  await keep(addHandle(used, TOLD, await nobody()));
  await keep(sayWhoseIdentifier(await one('onlineIdentifier'), SAID, TOLD, await on()));
  await keep(alsoIdentifierOf(await one('onlineIdentifier'), SAID, TOLD, await onOther()));
  const both = await ledger();
  expect(both.map(({ value }) => value.seenAt)).toEqual([used.seenAt, used.seenAt]);
  const theirs = both.find(({ value }) => value.subjectId === other.id);
  if (!theirs) throw new Error('not theirs');
  await keep(notTheirIdentifier(theirs, { endedWhy: 'A lodger' }, TOLD, await on()));
  const ended = (await ledger()).find(({ id }) => id === theirs.id);
  if (!ended) throw new Error('not there');
  await keep(keepOnNobody(ended, TOLD, await on()));
  const nobodys = (await ledger()).find(({ value }) => value.subjectId === undefined);
  expect(nobodys?.value.seenAt).toEqual(used.seenAt);
});

describe('an identifier on nobody', () => {
  it('is kept with its source, and told of what is odd about its time', async () => {
    const { nobody, keep, one } = await underTest();
    const added = addHandle(IP, TOLD, await nobody());
    expect(saysOf(added)).toEqual(['not-summer-time seenAt.zone']);
    await keep(added);
    const { value, sources } = await one('onlineIdentifier');
    expect(value).not.toHaveProperty('subjectId');
    expect(value.canonical).toBe('198.51.100.7');
    expect(sources.asSeen).toHaveLength(1);
    expect(saysOf(addHandle(IP, TOLD, await nobody()))).toContain('already-held asSeen');
  });

  it('becomes somebody’s by saying how sure, who says so and the source, and no longer when that is undone', async () => {
    const { nobody, on, keep, one, store, subject } = await underTest();
    await keep(addHandle({ asSeen: 'wren_m' }, TOLD, await nobody()));
    const held = await one('onlineIdentifier');
    expect(saysOf(sayWhoseIdentifier(held, {}, TOLD, await on()))).toEqual([
      'missing confidence',
      'missing saidBy',
    ]);
    await keep(sayWhoseIdentifier(held, SAID, TOLD, await on()));
    const theirs = await one('onlineIdentifier');
    expect(theirs.value).toMatchObject({ ...SAID, subjectId: (await subject()).id });
    expect(theirs.sources.subjectId).toMatchObject([{ statement: 'reported' }]);
    expect(saysOf(sayWhoseIdentifier(theirs, SAID, TOLD, await on()))).toEqual([
      'identifier-of-somebody',
    ]);
    const batches = await store.batchesSince(0);
    const undone = await undoSave(store, batches.at(-1)?.header.seq ?? 0);
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value);
    expect((await one('onlineIdentifier')).value).toEqual(held.value);
  });

  it('is looked at again, and is let go only with the reason', async () => {
    const { nobody, on, keep, one, context } = await underTest();
    await keep(addHandle({ asSeen: 'wren_m' }, TOLD, await nobody()));
    await keep(keepIdentifier(await one('onlineIdentifier'), context));
    const held = await one('onlineIdentifier');
    expect(held.value.lookedOn).toBe('2026-11-24');
    expect(saysOf(letGoIdentifier(held, { endedWhy: ' ' }, context))).toEqual(['missing endedWhy']);
    await keep(letGoIdentifier(held, { endedWhy: 'Not needed' }, context));
    const ended = await one('onlineIdentifier');
    expect(ended.value.endedOn).toBe('2026-11-24');
    expect(saysOf(sayWhoseIdentifier(ended, SAID, TOLD, await on()))).toEqual(['identifier-ended']);
  });
});

describe('an identifier that several people have', () => {
  it('is a record for each of them, so that a correction for one changes nothing of the other', async () => {
    const { on, onOther, keep, one, other, ledger } = await underTest();
    await keep(addHandle({ asSeen: 'wren_m', confidence: 'likely' }, TOLD, await on()));
    const first = await one('onlineIdentifier');
    await keep(alsoIdentifierOf(first, SAID, TOLD, await onOther()));
    expect(saysOf(alsoIdentifierOf(first, SAID, TOLD, await onOther()))).toEqual([
      'already-held asSeen',
    ]);
    const mine = (await ledger()).find(({ value }) => value.subjectId === other.id);
    expect(mine?.value).toMatchObject({ ...SAID, asSeen: 'wren_m' });
    expect(mine?.value.confidence).not.toBe(first.value.confidence);
    const { id: _, subjectId: __, ...same } = first.value;
    await keep(correctHandle(first, { ...same, asSeen: 'wren_moss' }, TOLD, await on()));
    const after = (await ledger()).find(({ value }) => value.subjectId === other.id);
    expect(after).toEqual(mine);
  });

  it('ends for the one whose it is not, with the reason, and may be kept on nobody', async () => {
    const { on, keep, one, ledger, context } = await underTest();
    await keep(addHandle({ asSeen: 'wren_m' }, TOLD, await on()));
    const held = await one('onlineIdentifier');
    expect(saysOf(notTheirIdentifier(held, {}, TOLD, context))).toEqual(['missing endedWhy']);
    expect(saysOf(keepOnNobody(held, TOLD, context))).toEqual(['identifier-of-somebody']);
    await keep(notTheirIdentifier(held, { endedWhy: 'A namesake at the school' }, TOLD, context));
    const ended = await one('onlineIdentifier');
    expect(ended.value).toMatchObject({ ...held.value, endedOn: '2026-11-24' });
    await keep(keepOnNobody(ended, TOLD, context));
    const [, nobodys] = await ledger();
    expect(nobodys?.value).toMatchObject({ asSeen: 'wren_m' });
    expect(nobodys?.value).not.toHaveProperty('subjectId');
    // It was not theirs: it may turn out to be, and is added again then.
    expect(addHandle({ asSeen: 'wren_m' }, TOLD, await on()).ok).toBe(true);
  });
});
