/** Pages of a draft, and the save of it that may be under way, go with the draft. */
import type { Draft, RecordId } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { memoryServices } from '../../../testing/memory-services.js';
import { savingKey } from '../../act/sealed-place.js';
import { draftSave, dropCopies, putCopiesAway } from './page-copies.js';

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
