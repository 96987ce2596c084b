/** Holds every word on screen to plain English: those of the locale files, and what the code says by itself. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { translated } from '../../../core/src/testing/plain-english-under-test.js';
import { codeIn, sentencesOf } from '../../../core/src/testing/sentences-under-test.js';
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

it.each([
  ['the extension', '..', '**/*.{ts,tsx}', 100],
  ['the plugins', '../../../plugins', '*/src/**/*.ts', 30],
])(
  'says everything in the code of %s as a British colleague would',
  (_, place, files, least) => {
    const folder = join(import.meta.dirname, place);
    const said = codeIn(folder, files)
      .filter((path) => !path.startsWith('locales/'))
      .flatMap((path) => sentencesOf(folder, path))
      // Names of classes and the like are no sentences.
      .filter(([, words]) => /^\W*[A-Z].* .* /s.test(words));
    expect(said.length).toBeGreaterThan(least);
    expect(translated(said)).toEqual([]);
    // Every file is parsed, which takes long on a busy machine.
  },
  30_000,
);
