import type { PlainDate } from '@cyber-prevent/core';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formDating } from '../components/use-form-work.js';
import { OPEN, TEST_OFFICER } from '../testing/memory-services.js';
import { desk, settle } from '../testing/unfinished-under-test.js';
import { SAVE_AFTER_MS } from './open-work.js';
import { makeUnfinished } from './unfinished.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('unfinished work', () => {
  it('is put away a quarter of a second after the last key', async () => {
    const { unfinished, work } = await desk();
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    text.value = 'He s';
    await settle(SAVE_AFTER_MS - 1);
    text.value = 'He said';
    await settle(SAVE_AFTER_MS - 1);
    expect(work.held('note')).toBeUndefined();
    await settle(1);
    expect(work.held('note')).toBe('He said');
    expect(open.status.value.name).toBe('saved');
  });

  it('is begun from the first key on, also while it is being put away', async () => {
    const { unfinished, work } = await desk();
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    expect(open.isBegun()).toBe(false);
    text.value = 'He said';
    expect(open.isBegun()).toBe(true);
    const saving = open.flush();
    const begun: boolean[] = [];
    const stop = open.status.subscribe(() => void begun.push(open.isBegun()));
    await saving;
    stop();
    expect(begun).toEqual(begun.map(() => true));
    expect(begun.length).toBeGreaterThan(2);
    expect(work.held('note')).toBe('He said');
  });

  it('may be there for as long as nobody has said what is stored', async () => {
    const { work, services } = await desk();
    await work.save('form', { note: 'From before' }, 0);
    let answers: (() => void) | undefined;
    const asked = new Promise<void>((done) => {
      answers = done;
    });
    const slow = { ...work, keys: () => asked.then(() => work.keys()) };
    const unfinished = makeUnfinished({ ...services, work: slow });
    const visit = () => ({
      number: 1,
      dating: formDating({ host: services.host, today: () => '2026-11-01' as PlainDate }),
    });
    const form = () => signal<Readonly<Record<string, unknown>>>({});
    expect(unfinished.open('other', form(), visit()).isAwaited).toBe(true);
    answers?.();
    await settle();
    expect(unfinished.open('another', form(), visit()).isAwaited).toBe(false);
    expect(unfinished.open('form', form(), visit()).isAwaited).toBe(true);
  });

  it('comes back in the next view', async () => {
    const { unfinished, work } = await desk();
    await work.save('note', 'From before', 0);
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    expect(text.value).toBe('From before');
    expect(open.isLoaded.value).toBe(true);
  });

  it('is put away at once when the view closes', async () => {
    const { unfinished, work } = await desk();
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    text.value = 'Half a sent';
    open.close();
    await settle();
    expect(work.held('note')).toBe('Half a sent');
  });

  it('is read by the next view after the last save of the one before, which is no other window', async () => {
    const { services, work } = await desk();
    const slow = {
      ...work,
      async save(...args: Parameters<typeof work.save>) {
        await new Promise((done) => setTimeout(done, 1000));
        return work.save(...args);
      },
    };
    const unfinished = makeUnfinished({ ...services, work: slow });
    const first = unfinished.open('note', signal(''));
    await settle();
    first.value.value = 'Half a sent';
    first.close();
    const next = unfinished.open('note', signal(''));
    await settle(1000);
    expect(next.value.value).toBe('Half a sent');
    next.value.value = 'Half a sentence';
    await settle(SAVE_AFTER_MS + 1000);
    expect(next.isInConflict.value).toBe(false);
    expect(work.held('note')).toBe('Half a sentence');
  });

  it('is put away before the vault locks', async () => {
    const { unfinished, work, services } = await desk();
    const text = signal('');
    unfinished.open('note', text);
    await settle();
    text.value = 'Half a sent';
    await services.vault.lock();
    expect(work.held('note')).toBe('Half a sent');
    unfinished.stop();
  });

  it('leaves nothing once it is a record', async () => {
    const { unfinished, work } = await desk();
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    text.value = 'Done';
    await settle(SAVE_AFTER_MS);
    text.value = 'Done, and a last word';
    await open.discard();
    open.close();
    await settle(SAVE_AFTER_MS);
    expect(work.held('note')).toBeUndefined();
  });

  it('is put away again when the view lives on and other work begins in it', async () => {
    const { unfinished, work } = await desk();
    const text = signal('');
    const open = unfinished.open('draft', text);
    await settle();
    text.value = 'The first page';
    await settle(SAVE_AFTER_MS);
    const over = open.discard();
    text.value = '';
    await over;
    await settle(SAVE_AFTER_MS);
    expect(work.held('draft')).toBeUndefined();
    text.value = 'The second page';
    await settle(SAVE_AFTER_MS);
    expect(work.held('draft')).toBe('The second page');
  });
});

/** Work with typed and saved text. */
async function putAway(key: string, typed: string) {
  const { unfinished, work } = await desk();
  const text = signal('');
  const open = unfinished.open(key, text);
  await settle();
  text.value = typed;
  await settle(SAVE_AFTER_MS);
  return { work, text, open };
}

describe('what is done while the last is discarded', () => {
  it('is put away too, where the view was emptied: it is other work', async () => {
    const { work, text, open } = await putAway('draft', 'The first page');
    const over = open.discard();
    text.value = '';
    text.value = 'The second page';
    await over;
    await settle(SAVE_AFTER_MS);
    expect(work.held('draft')).toBe('The second page');
  });

  it('is let go where it was typed into a form that is a record by then', async () => {
    const { work, text, open } = await putAway('note', 'Done');
    const over = open.discard();
    text.value = 'Done,';
    text.value = 'Done, and';
    await over;
    await settle(SAVE_AFTER_MS);
    expect(work.held('note')).toBeUndefined();
  });

  it('is put away as before, where it could not be discarded', async () => {
    const { work, text, open } = await putAway('note', 'Half a sent');
    work.failWith('The vault is locked.');
    await expect(open.discard()).rejects.toThrow('The vault is locked.');
    work.failWith(undefined);
    text.value = 'Half a sentence';
    await settle(SAVE_AFTER_MS);
    expect(work.held('note')).toBe('Half a sentence');
  });
});

describe('work that cannot be put away', () => {
  it('says why, and is put away when the vault opens again, though its view is gone', async () => {
    const { unfinished, work, services } = await desk();
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    work.failWith('The vault is locked.');
    text.value = 'Half a sent';
    await settle(SAVE_AFTER_MS);
    expect(open.status.value).toEqual({ name: 'failed', why: 'The vault is locked.' });
    services.setVault({ name: 'locked', kinds: ['practice'] });
    open.close();
    await settle();
    work.failWith(undefined);
    services.setVault(OPEN);
    await settle();
    expect(work.held('note')).toBe('Half a sent');
  });

  it('never goes into another vault than its own', async () => {
    const { unfinished, work, services } = await desk();
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    work.failWith('The vault is locked.');
    text.value = 'A practice person';
    await settle(SAVE_AFTER_MS);
    open.close();
    services.setVault({ name: 'locked', kinds: ['practice', 'live'] });
    work.failWith(undefined);
    services.setVault({ name: 'open', kind: 'live', officer: TEST_OFFICER });
    await settle();
    const next = signal('');
    unfinished.open('note', next);
    await settle(SAVE_AFTER_MS);
    expect([next.value, work.held('note')]).toEqual(['', undefined]);
  });
});

describe('work that a lock came before it was read', () => {
  it('is not taken for something typed: nothing waits, and it comes back as it was put away', async () => {
    const { unfinished, work, services } = await desk();
    await work.save('note', 'From before', 0);
    work.failLoadsWith('The vault is locked.');
    const open = unfinished.open('note', signal(''));
    await settle();
    expect(open.status.value).toEqual({ name: 'failed', why: expect.stringMatching(/locked/) });
    services.setVault({ name: 'locked', kinds: ['practice'] });
    open.close();
    await settle();
    expect(unfinished.isWaiting()).toBe(false);

    work.failLoadsWith(undefined);
    services.setVault(OPEN);
    const text = signal('');
    const again = unfinished.open('note', text);
    await settle(SAVE_AFTER_MS);
    expect([text.value, again.isInConflict.value]).toEqual(['From before', false]);
  });

  it('leaves what is typed meanwhile waiting, and asks which of the two is meant', async () => {
    const { unfinished, work, services } = await desk();
    await work.save('note', 'From before', 0);
    work.failLoadsWith('The vault is locked.');
    const text = signal('');
    const open = unfinished.open('note', text);
    await settle();
    text.value = 'Typed since';
    services.setVault({ name: 'locked', kinds: ['practice'] });
    open.close();
    await settle();
    expect(unfinished.isWaiting()).toBe(true);

    work.failLoadsWith(undefined);
    services.setVault(OPEN);
    const next = signal('');
    const again = unfinished.open('note', next);
    await settle(SAVE_AFTER_MS);
    expect(again.isInConflict.value).toBe(true);
    expect([next.value, work.held('note')]).toEqual(['Typed since', 'From before']);
  });
});
