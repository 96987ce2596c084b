import type { RecordId } from '@cyber-prevent/core';
import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formDating } from '../components/use-form-work.js';
import { memoryServices } from '../testing/memory-services.js';
import { continueDraft, discardDraft } from './continue-unfinished.js';
import type { Route } from './route.js';
import { makeRouter } from './router.js';
import { makeUnfinished } from './unfinished.js';
import { type UnfinishedDraft, unfinishedDrafts } from './unfinished-draft.js';
import { asideKey, formKey } from './work-keys.js';

const ROUTE: Route = { name: 'note' };

async function desk() {
  const services = await memoryServices();
  const unfinished = makeUnfinished(services);
  const router = makeRouter({ name: 'today' });
  const screens = { note: { view: () => null }, today: { view: () => null } };
  const app = { services, unfinished, router, screens };
  const list = () => unfinishedDrafts(services.work, (key) => key === 'note' || key === 'draft');
  const opens = () => {
    const value = signal<Readonly<Record<string, unknown>>>({});
    const dating = formDating(services, ROUTE);
    const open = unfinished.open('note', value, { number: router.visit(), dating });
    return { value, open };
  };
  const types = async (text: string) => {
    const { value, open } = opens();
    await open.flush();
    if (open.isBegun()) await open.startAfresh();
    value.value = { text };
    await open.flush();
    open.close();
  };
  const textOf = ({ key }: UnfinishedDraft) =>
    (services.work.held(key) as { readonly text: string }).text;
  return { app, services, list, opens, types, textOf };
}

describe('the list of unfinished work', () => {
  it('has each draft of a form with its screen and the moment that it was begun', async () => {
    const { list, types } = await desk();
    await types('The first');
    await types('The second');
    const drafts = await list();
    expect(drafts).toMatchObject([
      { formKey: 'note', route: ROUTE, begunAt: expect.any(String) },
      { formKey: 'note', route: ROUTE, begunAt: expect.any(String) },
    ]);
  });

  it('leaves out what is no form, and what is empty', async () => {
    const { list, services } = await desk();
    await services.work.save('list-views/subjects', { views: [] }, 0);
    await services.work.save('draft', null, 0);
    expect(await list()).toEqual([]);
  });

  it('names the person that a capture has read', async () => {
    const { list, services } = await desk();
    const rows = [{ path: 'subject.name', value: 'Ada Vael' }];
    await services.work.save('draft', { openedAt: '2026-11-24T10:00:00.000Z', rows }, 0);
    expect(await list()).toMatchObject([
      { name: 'Ada Vael', route: { name: 'review' }, begunAt: '2026-11-24T10:00:00.000Z' },
    ]);
  });
});

it('continues with any of several drafts, again and again, and none is ever lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      // A form with nothing but blanks in it is no unfinished work.
      fc.uniqueArray(
        fc.string().filter((text) => text.trim() !== ''),
        { minLength: 1, maxLength: 5 },
      ),
      fc.array(fc.nat(), { maxLength: 8 }),
      async (texts, picks) => {
        const { app, list, opens, types, textOf } = await desk();
        for (const text of texts) await types(text);
        for (const pick of picks) {
          const drafts = await list();
          const chosen = drafts[pick % drafts.length];
          if (!chosen) throw new Error('There is no draft');
          const wanted = textOf(chosen);
          await continueDraft(app, chosen, drafts);
          expect(app.router.route.value).toEqual(ROUTE);
          const { value, open } = opens();
          await open.flush();
          // Continued with: nothing is asked again.
          expect([value.value.text, open.cameBack.value]).toEqual([wanted, undefined]);
          open.close();
          expect((await list()).map(textOf).toSorted()).toEqual(texts.toSorted());
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('says why a draft cannot be put back, and leaves both as they were', async () => {
  const { app, list, types, services, textOf } = await desk();
  await types('The first');
  await types('The second');
  const aside = (await list()).find(({ key }) => key !== 'note');
  if (!aside) throw new Error('Nothing is set aside');
  services.work.failWith('There is no room left.');
  await expect(continueDraft(app, aside, [])).rejects.toThrow('There is no room left.');
  services.work.failWith(undefined);
  expect(app.router.route.value).toEqual({ name: 'today' });
  expect((await list()).map(textOf).toSorted()).toEqual(['The first', 'The second']);
});

it('opens no screen that this release does not have', async () => {
  const { app, services, list } = await desk();
  const openedFrom = { name: 'gone' };
  await services.work.save('note', { text: 'Old', openedFrom }, 0);
  const [draft] = await list();
  if (draft) await continueDraft(app, draft, []);
  expect(app.router.route.value).toEqual({ name: 'today' });
});

it('discards a capture with its pages and the save under way, and no other', async () => {
  const { services, list } = await desk();
  const capture = (id: string) => ({
    id: id as RecordId,
    openedAt: '2026-11-24T10:00:00.000Z',
    rows: [],
    origins: [{ id: `${id}-page` }],
  });
  await services.work.save(asideKey('draft', 'x'), capture('one'), 0);
  await services.work.save('draft', capture('two'), 0);
  for (const id of ['one', 'two']) {
    await services.work.save(`page/${id}-page`, 'text', 0);
    await services.work.save(`saving/draft/${id}`, { request: 'r' }, 0);
  }
  const aside = (await list()).find(({ key }) => key !== 'draft');
  if (aside) await discardDraft(services, aside);
  expect((await services.work.keys()).toSorted()).toEqual([
    'draft',
    'page/two-page',
    'saving/draft/two',
  ]);
  expect(formKey('draft')).toBe('draft');
});
