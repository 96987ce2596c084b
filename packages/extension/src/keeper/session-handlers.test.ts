import { testHost } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { VIEW_VERBS } from '../ports/verbs/view-verbs.js';
import { sessionHandlers } from './session-handlers.js';

it('refuses every verb of a view, and all that an open vault answers, while it is locked', async () => {
  const handlers = sessionHandlers({
    clock: testHost().clock,
    session: () => undefined,
    onWork: () => undefined,
  });
  expect(Object.keys(handlers)).toEqual(expect.arrayContaining(Object.keys(VIEW_VERBS)));
  for (const [verb, handler] of Object.entries(handlers))
    await expect(handler([] as never, 'page'), verb).rejects.toMatchObject({
      code: 'CP_STORE_LOCKED',
    });
});
