/** Work that is set aside for later, and work that comes back on the screen that a lock or a reload interrupted. */
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryServices } from '../testing/memory-services.js';
import { SAVE_AFTER_MS } from './open-work.js';
import { makeUnfinished } from './unfinished.js';
import { formKey, isAside } from './work-keys.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets started work continue, without moving the clock further than requested. */
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Dates nothing, and stores a save next to the words. */
const DATING = {
  stamp: (value: string, saving: unknown) => ({ value, saving }),
  read(stored: unknown) {
    const { value, saving } = stored as { readonly value: string; readonly saving: unknown };
    return { value, saving, put: undefined, isOtherDay: false };
  },
};

async function opened() {
  const services = await memoryServices();
  const text = signal('');
  const open = makeUnfinished(services).open('note', text, { number: 1, dating: DATING });
  await settle();
  return { work: services.work, text, open };
}

describe('work that is set aside', () => {
  it('leaves its form at the start, and is stored under a key of its own', async () => {
    const { work, text, open } = await opened();
    text.value = 'Of the visit before';
    await settle(SAVE_AFTER_MS);
    await open.startAfresh();
    expect([text.value, work.held('note'), open.isBegun()]).toEqual(['', undefined, false]);
    text.value = 'Of this visit';
    await settle(SAVE_AFTER_MS);
    const held = (await work.keys()).map((key) => [formKey(key), isAside(key), work.held(key)]);
    expect(held).toEqual([
      ['note', true, DATING.stamp('Of the visit before', undefined)],
      ['note', false, DATING.stamp('Of this visit', undefined)],
    ]);
  });

  it('takes along words that were not stored yet', async () => {
    const { work, text, open } = await opened();
    text.value = 'Half a sent';
    await open.startAfresh();
    await settle(SAVE_AFTER_MS);
    expect((await work.keys()).map((key) => work.held(key))).toEqual([
      DATING.stamp('Half a sent', undefined),
    ]);
  });

  it('takes along the words as they are, not as they were stored last', async () => {
    const { work, text, open } = await opened();
    text.value = 'Half a sent';
    await settle(SAVE_AFTER_MS);
    text.value = 'Half a sentence';
    await open.startAfresh();
    expect((await work.keys()).map((key) => work.held(key))).toEqual([
      DATING.stamp('Half a sentence', undefined),
    ]);
  });

  it('is none where it is a record already', async () => {
    const { work, text, open } = await opened();
    text.value = 'Saved';
    await settle(SAVE_AFTER_MS);
    await open.startAfresh(async () => true);
    expect([text.value, await work.keys()]).toEqual(['', []]);
  });

  it('is not continued with by a press that comes while it is being set aside', async () => {
    const { work } = await opened();
    await work.save('note', DATING.stamp('Of the visit before', undefined), 0);
    const text = signal('');
    const open = makeUnfinished({ ...(await memoryServices()), work }).open('note', text, {
      number: 2,
      dating: DATING,
    });
    await settle();
    expect(open.cameBack.value).toBeDefined();
    const ended = open.startAfresh();
    open.goOn();
    expect(open.cameBack.value).toBeDefined();
    await ended;
    expect([open.cameBack.value, text.value]).toEqual([undefined, '']);
  });

  it('is as before where it cannot be stored', async () => {
    const { work, text, open } = await opened();
    text.value = 'Half a sent';
    await settle(SAVE_AFTER_MS);
    work.failWith('There is no room left.');
    await expect(open.startAfresh()).rejects.toThrow('There is no room left.');
    work.failWith(undefined);
    expect([text.value, await work.keys()]).toEqual(['Half a sent', ['note']]);
    text.value = 'Half a sentence';
    await settle(SAVE_AFTER_MS);
    expect(work.held('note')).toEqual(DATING.stamp('Half a sentence', undefined));
  });
});

describe('work of the screen that a lock or a reload interrupted', () => {
  const VISIT = 7;
  const dated = (isOtherDay: boolean) => ({
    ...DATING,
    read: (stored: unknown) => ({ ...DATING.read(stored), isOtherDay }),
  });

  it.each([
    ['comes back without a question on the same day', VISIT, false, false],
    ['is asked about on another day', VISIT, true, true],
    ['is asked about on another screen', VISIT + 1, false, true],
  ])('%s', async (_, number, isOtherDay, isAsked) => {
    const services = await memoryServices();
    const unfinished = makeUnfinished(services, VISIT);
    await services.work.save('note', DATING.stamp('Half a sent', undefined), 0);
    const text = signal('');
    const open = unfinished.open('note', text, { number, dating: dated(isOtherDay) });
    await settle();
    expect([text.value, open.cameBack.value !== undefined]).toEqual(['Half a sent', isAsked]);
  });
});
