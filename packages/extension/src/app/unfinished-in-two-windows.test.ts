/** One piece of work that is open in two windows: what each shows, asks and keeps. */
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { desk, settle } from '../testing/unfinished-under-test.js';
import { SAVE_AFTER_MS } from './open-work.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('two windows on one piece of work', () => {
  it('goes from here when it became a record there, unless something was typed since', async () => {
    const { unfinished, work } = await desk();
    const text = signal('');
    unfinished.open('note', text);
    await settle();
    work.fromElsewhere('note', 'Theirs');
    await settle();
    work.goneElsewhere('note');
    await settle();
    expect(text.value).toBe('');

    work.fromElsewhere('note', 'Theirs again');
    await settle();
    text.value = 'Theirs again, and mine';
    work.goneElsewhere('note');
    await settle();
    expect(text.value).toBe('Theirs again, and mine');
  });

  it('shows what the other window has, while nothing is typed here', async () => {
    const { unfinished, work } = await desk();
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    work.fromElsewhere('note', 'Theirs');
    await settle();
    expect(text.value).toBe('Theirs');
    expect(open.isInConflict.value).toBe(false);
  });

  it.each([
    ['useThat', 'Theirs'],
    ['keepThis', 'Mine'],
  ] as const)('asks, keeps both until then, and %s leaves %s', async (choice, outcome) => {
    const { unfinished, work } = await desk();
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    text.value = 'Mine';
    work.fromElsewhere('note', 'Theirs');
    await settle(SAVE_AFTER_MS);
    expect(open.isInConflict.value).toBe(true);
    expect([text.value, work.held('note')]).toEqual(['Mine', 'Theirs']);
    await open[choice]();
    expect(open.isInConflict.value).toBe(false);
    expect([text.value, work.held('note')]).toEqual([outcome, outcome]);
  });
});

/** Dates nothing, and stores a save next to the words. */
const DATING = {
  stamp: (value: string, saving: unknown) => ({ value, saving }),
  read(stored: unknown) {
    const { value, saving } = stored as { readonly value: string; readonly saving: unknown };
    return { value, saving, put: undefined, isOtherDay: false };
  },
};

/** A form that is open in two windows. */
async function openInTwo() {
  const { unfinished, work } = await desk();
  const text = signal('');
  const open = unfinished.open('note', text, { number: 1, dating: DATING });
  await settle();
  return { work, text, open };
}

describe('a form that another window ended', () => {
  it('keeps its words until the officer clears it, though none were typed here', async () => {
    const { work, text, open } = await openInTwo();
    work.fromElsewhere('note', DATING.stamp('Theirs', 'save'));
    await settle();
    work.goneElsewhere('note');
    await settle(SAVE_AFTER_MS);
    expect([text.value, open.gone.value]).toEqual(['Theirs', { pending: 'save' }]);
    expect(work.held('note')).toBeUndefined();
    await open.clearHere();
    await settle(SAVE_AFTER_MS);
    expect([text.value, open.gone.value, open.isBegun()]).toEqual(['', undefined, false]);
  });

  it('is no conflict any more, and puts its words away with the save to check them against', async () => {
    const { work, text, open } = await openInTwo();
    text.value = 'Mine';
    work.fromElsewhere('note', DATING.stamp('Theirs', 'save'));
    await settle();
    expect(open.isInConflict.value).toBe(true);
    work.goneElsewhere('note');
    await settle(SAVE_AFTER_MS);
    expect([open.isInConflict.value, open.gone.value]).toEqual([false, { pending: 'save' }]);
    expect([text.value, open.held()]).toEqual(['Mine', 'save']);
    expect(work.held('note')).toEqual({ value: 'Mine', saving: 'save' });
    await open.clearHere();
    expect([text.value, work.held('note')]).toEqual(['', undefined]);
  });

  it.each([false, true])('begins no save before its words are kept (%s)', async (isHeard) => {
    const { work, text, open } = await openInTwo();
    text.value = 'Mine';
    await settle(SAVE_AFTER_MS);
    if (isHeard) {
      work.goneElsewhere('note');
      await settle();
    } else await work.discard('note');
    await expect(open.hold('another save')).rejects.toThrow(/saved or discarded/);
    await settle(SAVE_AFTER_MS);
    expect([text.value, work.held('note'), open.held()]).toEqual(['Mine', undefined, undefined]);
    await open.keepAsNew();
    expect([text.value, open.gone.value]).toEqual(['Mine', undefined]);
    await open.hold('another save');
    expect(work.held('note')).toEqual({ value: 'Mine', saving: 'another save' });
  });

  it('does not give its words up for a version that is gone', async () => {
    const { work, text, open } = await openInTwo();
    text.value = 'Mine';
    work.fromElsewhere('note', DATING.stamp('Theirs', undefined));
    await settle();
    await work.discard('note');
    await open.useThat();
    expect([text.value, open.gone.value]).toEqual(['Mine', { pending: undefined }]);
  });
});
