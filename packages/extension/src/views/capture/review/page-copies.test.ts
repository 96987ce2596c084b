/** Pages of a draft, and the save of it that may be under way, go with the draft. */
import type { Draft, RecordId } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { asideKey, DRAFT_KEY, draftSave, savingKey } from '../../../app/work-keys.js';
import { memoryServices } from '../../../testing/memory-services.js';
import { dropCopies, putCopiesAway } from './page-copies.js';

const draftWith = (id: string, origin: string): Draft =>
  ({ id: id as RecordId, origins: [{ id: origin as RecordId }] }) as unknown as Draft;

async function twoDrafts() {
  const services = await memoryServices();
  const [first, second] = [draftWith('one', 'page-of-one'), draftWith('two', 'page-of-two')];
  for (const draft of [first, second]) {
    await services.work.save(savingKey(draftSave(draft)), { request: 'r' }, 0);
    await services.work.save(`page/${draft.origins[0]?.id}`, 'text', 0);
  }
  await services.work.save('intervention/new', { note: 'typed' }, 0);
  return { services, first, second };
}

it('leaves nothing of a draft that is thrown away, and all of another', async () => {
  const { services, first } = await twoDrafts();
  await dropCopies(services, first);
  expect([...(await services.work.keys())].sort()).toEqual([
    'intervention/new',
    'page/page-of-two',
    'saving/draft/two',
  ]);
});

it('throws away what is left of drafts before, once another is open', async () => {
  const { services, second } = await twoDrafts();
  await putCopiesAway(services, second);
  expect([...(await services.work.keys())].sort()).toEqual([
    'intervention/new',
    'page/page-of-two',
    'saving/draft/two',
  ]);
});

it('keeps what belongs to a draft that was set aside', async () => {
  const { services, first, second } = await twoDrafts();
  const aside = asideKey(DRAFT_KEY, 'one');
  await services.work.save(aside, first, 0);
  await putCopiesAway(services, second);
  expect([...(await services.work.keys())].sort()).toEqual([
    aside,
    'intervention/new',
    'page/page-of-one',
    'page/page-of-two',
    'saving/draft/one',
    'saving/draft/two',
  ]);
});
