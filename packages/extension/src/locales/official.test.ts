/** Holds every word on screen to what is so: nothing of ours is called official. */
import { expect, it } from 'vitest';
import { helpScreens } from './en/help-screens.js';
import { all } from './late.js';
import type { Message } from './translate.js';

/** Sentences about what a body issued under its own key, shown only then. */
const ONLY_UNDER_A_KEY = ['packs.standing.official', 'standing.some', 'standing.all'];

it('calls nothing official in its words', () => {
  const said = Object.entries<Message>({ ...all, ...helpScreens }).flatMap(([key, message]) =>
    (typeof message === 'string' ? [message] : [message.one, message.other]).map(
      (words) => [key, words] as const,
    ),
  );
  // The marking is in capitals.
  const official = said.filter(([, words]) => /\b[Oo]fficial/.test(words));
  expect(official.length).toBeGreaterThan(ONLY_UNDER_A_KEY.length);
  expect(
    official
      .filter(([, words]) => !/\bnot (an )?official/i.test(words))
      .map(([key]) => key)
      .sort(),
  ).toEqual([...ONLY_UNDER_A_KEY].sort());
});
