/** Holds every word on screen to plain English. */
import { expect, it } from 'vitest';
import { translated } from '../../../core/src/testing/plain-english-under-test.js';
import { helpScreens } from './en/help-screens.js';
import { all } from './late.js';
import type { Message } from './translate.js';

const sentences = Object.entries<Message>({ ...all, ...helpScreens }).flatMap(([key, message]) =>
  (typeof message === 'string' ? [message] : [message.one, message.other]).map(
    (words) => [key, words] as const,
  ),
);

it('says everything on screen as a British colleague would', () => {
  expect(sentences.length).toBeGreaterThan(1500);
  expect(translated(sentences)).toEqual([]);
});
