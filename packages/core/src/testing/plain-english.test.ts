/** Holds every sentence of the core to plain English: issues, errors, labels, templates, and words in data. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HABITS, translated } from './plain-english-under-test.js';
import { codeIn, type Sentence, sentencesOf } from './sentences-under-test.js';

const SRC = join(import.meta.dirname, '..');

/** Data whose words are an officer’s to read. Other code lists and instruments say what their sources say. */
const DATA = '{casework,report}/data/*.json';
/** Served notices keep their words: a change is a separate version. */
const SERVED = 'report/templates/cease-and-desist.ts';

function wordsIn(value: unknown, at: string): readonly Sentence[] {
  if (typeof value === 'string') return value.includes(' ') ? [[at, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'source')
    .flatMap(([key, each]) => wordsIn(each, `${at} ${key}`));
}

describe('the habits of translated English', () => {
  it.each(HABITS)('are found: “$written”, and gone: “$say”', ({ pattern, written, say }) => {
    expect(written).toMatch(pattern);
    expect(say).not.toMatch(pattern);
  });

  it('are looked for in the sentence and not in what fills a slot', () => {
    expect(translated([['promise', '{what}, to {whom}']])).toEqual([]);
    expect(translated([['hold', 'A hold stands: {reason}']])).toHaveLength(1);
  });
});

describe('the sentences of the core', () => {
  const code = codeIn(SRC).filter((path) => path !== SERVED);

  it('are plain in its code', () => {
    const sentences = code.flatMap((path) => sentencesOf(SRC, path));
    expect(sentences.length).toBeGreaterThan(1000);
    expect(translated(sentences)).toEqual([]);
  });

  it('are plain in the code lists that were made for the toolkit', () => {
    const lists = globSync('codes/data/*.json', { cwd: SRC })
      .map((path) => [path, JSON.parse(readFileSync(join(SRC, path), 'utf8'))] as const)
      .filter(([, { status }]) => status === 'proposed');
    const sentences = lists.flatMap(([path, list]) => wordsIn(list, path));
    expect(sentences.length).toBeGreaterThan(100);
    expect(translated(sentences)).toEqual([]);
  });

  it('are plain in its data', () => {
    const sentences = globSync(DATA, { cwd: SRC }).flatMap((path) =>
      wordsIn(JSON.parse(readFileSync(join(SRC, path), 'utf8')), path),
    );
    expect(sentences.length).toBeGreaterThan(100);
    expect(translated(sentences)).toEqual([]);
  });
});
