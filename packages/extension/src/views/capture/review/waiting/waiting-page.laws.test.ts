/** Pages that wait for an answer: whatever is read, answered or cut short, each is stored once, and in one place. */
import type { Draft } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asideKey, DRAFT_KEY, formKey, isAside } from '../../../../app/work-keys.js';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { type MemoryWork, memoryWork } from '../../../../testing/memory-work.js';
import { textCapture } from '../../../../testing/text-capture.js';
import { isWaitingKey, waitingKey } from './waiting-key.js';
import { endWaiting, keepAside, putAside, setWaiting, waitingPage } from './waiting-page.js';

const capture = textCapture();
const read = (url: string, at: number): Draft => {
  const draft = draftOf({ label: 'Full name', value: `Person ${url}`, owner: ['Subject'] });
  return {
    ...draft,
    updatedAt: `2026-11-24T10:00:${String(at).padStart(2, '0')}.000Z` as Draft['updatedAt'],
    origins: draft.origins.map((origin) => ({
      ...origin,
      way: 'page' as const,
      url: `https://rms.example.org/${url}`,
    })),
  };
};
const urlOf = ({ origins }: Draft) => origins[0]?.url.split('/').at(-1);

async function urls(work: MemoryWork): Promise<readonly (string | undefined)[]> {
  const keys = (await work.keys()).filter((key) => isAside(key) && formKey(key) === DRAFT_KEY);
  return keys.map((key) => urlOf(work.held(key) as Draft)).toSorted();
}

it('keeps every page until it is answered, and none twice', async () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({ act: fc.constant('read' as const), url: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ act: fc.constantFrom('keep' as const, 'end' as const, 'cut-short' as const) }),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (some) => {
      const work = memoryWork();
      const parts = { work, capture };
      const waits: string[] = [];
      const kept: string[] = [];
      for (const [at, each] of some.entries()) {
        if (each.act === 'read') {
          await setWaiting(parts, read(each.url, at), null);
          const before = waits.indexOf(each.url);
          if (before >= 0) waits.splice(before, 1);
          waits.push(each.url);
        }
        const next = await waitingPage(work, null);
        expect(next && urlOf(next)).toBe(waits.at(-1));
        if (!next) continue;
        if (each.act === 'cut-short') await work.save(asideKey(DRAFT_KEY, next.id), next, 0);
        if (each.act === 'cut-short' || each.act === 'keep') await keepAside(work, next);
        if (each.act === 'end') await endWaiting(work, next);
        if (each.act !== 'read') {
          const gone = waits.pop() ?? '';
          if (each.act !== 'end') kept.push(gone);
        }
      }
      expect(await urls(work)).toEqual([...waits, ...kept].toSorted());
    }),
    { numRuns: 60 },
  );
});

it('keeps the last of two readings of one page, whichever window clears up', async () => {
  for (const order of [
    [1, 2],
    [2, 1],
  ]) {
    const work = memoryWork();
    await Promise.all(order.map((at) => setWaiting({ work, capture }, read('a', at), null)));
    expect((await work.keys()).filter(isWaitingKey)).toHaveLength(1);
    expect((await waitingPage(work, null))?.updatedAt).toContain(':02.');
  }
});

it('asks about no page that is part of the open draft', async () => {
  const work = memoryWork();
  const page = read('a', 1);
  await setWaiting({ work, capture }, page, null);
  expect(await waitingPage(work, page)).toBe(undefined);
  expect((await waitingPage(work, read('b', 2)))?.id).toBe(page.id);
});

it('asks about a page whose screen was left while it was read, and joins a second look', async () => {
  const work = memoryWork();
  const parts = { work, capture };
  await putAside(parts, read('a', 1));
  await putAside(parts, read('a', 2));
  expect(await waitingPage(work, null)).toBe(undefined);
  await putAside(parts, read('b', 3));
  expect((await work.keys()).filter(isWaitingKey)).toHaveLength(1);
  expect((await waitingPage(work, work.held(DRAFT_KEY) as Draft))?.updatedAt).toContain(':03.');
});

it('says so, and asks still, if a page cannot be set aside', async () => {
  const work = memoryWork();
  const page = read('a', 1);
  await setWaiting({ work, capture }, page, null);
  work.failWith('The disk is full.');
  expect(await keepAside(work, page)).toMatchObject({ ok: false });
  expect(work.held(waitingKey(page))).toBeTruthy();
});
