#!/usr/bin/env node
/**
 * Makes `label-weights.json`: what labels with mistakes in them are weighed by. Learns from the phrases of the
 * dictionary, with mistakes put in by a seeded generator, and from labels that mean nothing here. Run by hand after the
 * dictionary has grown; a test says if that was forgotten.
 *
 *     node scripts/label-weights.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FIELD = 'packages/core/src/capture/field';
const TARGET = `${FIELD}/label-weights.json`;
const CHECKED_ON = '2026-11-30';
const SEED = 20_261_130;
/** Mistakes put into each phrase, times that all are gone through, and the margin that is asked of each. */
const MISTAKES = 6;
const ROUNDS = 6;
const MARGIN = 6;
/** Bounds of a weight in the data: one capital letter holds it. */
const LEAST = -13;
const MOST = 12;
const NONE = 'none';

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** The content of the file, as text. */
export async function labelWeights() {
  const { surePath, slotsOf, SLOTS, NOTHING, meantWords, dictionary, vocabulary } = await core();
  const trades = jsonOf('scripts/label-training/other-trades.json').labels;
  const words = jsonOf('scripts/label-training/other-words.json').words.flatMap((line) =>
    line.split(' '),
  );
  const random = seeded(SEED);
  const examples = [];
  const add = (label, name, mistakes = MISTAKES) => {
    const folded = label.toLowerCase();
    examples.push({ name, slots: [...slotsOf(folded)] });
    for (let nth = 0; nth < mistakes; nth += 1)
      examples.push({ name, slots: [...slotsOf(mistaken(folded, random))] });
  };
  for (const phrase of phrasesOf(dictionary, vocabulary))
    add(phrase, surePath({ label: phrase, owner: [] }) ?? NONE);
  for (const label of trades) add(label, NONE, 1);
  const names = [...new Set(examples.map(({ name }) => name))].sort();
  const weights = learnt(examples, names, SLOTS, random);
  const otherWords = [...new Set([...words, ...wordsOf(trades)])]
    .filter((word) => meantWords(word).length > 0)
    .sort();
  const classes = Object.fromEntries(
    names.map((name, at) => [name, lettersOf(weights[at], NOTHING)]),
  );
  return `${JSON.stringify(
    {
      id: 'label-weights',
      title: 'Weights of the pieces of labels, for those with mistakes in them',
      status: 'proposed',
      source:
        'Made by scripts/label-weights.mjs from the dictionary and from labels of other trades',
      checkedOn: CHECKED_ON,
      classes,
      otherWords: otherWords.join(' '),
    },
    undefined,
    2,
  )}\n`;
}

/** Weights as the data hold them: a letter each. */
function lettersOf(weights, nothing) {
  return String.fromCharCode(...weights.map((weight) => weight + nothing));
}

/** Phrases that are known as they are, and those of an owner with a fact. */
function* phrasesOf(dictionary, vocabulary) {
  const known = new Set();
  for (const source of [dictionary, vocabulary])
    for (const lists of [source.facts, source.paths, source.owners])
      for (const list of Object.values(lists)) for (const phrase of list) known.add(phrase);
  for (const phrase of dictionary.never) known.add(phrase);
  yield* known;
  for (const list of Object.values(dictionary.owners))
    for (const owner of list.slice(0, 24))
      for (const fact of ['name', 'date of birth', 'telephone', 'email address', 'address'])
        yield `${owner} ${fact}`;
  for (const owner of ['child', 'young person', 'pupil', 'subject', 'nominal', 'patient'])
    for (const list of Object.values(dictionary.facts))
      for (const fact of list.slice(0, 6)) yield `${owner} ${fact}`;
}

/** One vector of whole weights for each class: a perceptron with a margin, averaged over all its steps. */
function learnt(examples, names, slots, random) {
  const at = new Map(names.map((name, nth) => [name, nth]));
  const now = names.map(() => new Int32Array(slots));
  const sums = names.map(() => new Float64Array(slots));
  let step = 0;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { name, slots: held } of shuffled(examples, random)) {
      step += 1;
      const own = at.get(name);
      const scores = now.map((weights) => held.reduce((sum, slot) => sum + weights[slot], 0));
      let rival = own === 0 ? 1 : 0;
      for (let nth = 0; nth < names.length; nth += 1)
        if (nth !== own && scores[nth] > scores[rival]) rival = nth;
      if (scores[own] - scores[rival] >= MARGIN) continue;
      for (const slot of held) {
        now[own][slot] += 1;
        now[rival][slot] -= 1;
        // Weighted by the steps that follow, each change counts in the average as long as it held.
        sums[own][slot] += step;
        sums[rival][slot] -= step;
      }
    }
  return now.map((weights, nth) =>
    Array.from(weights, (weight, slot) => {
      const average = weight - sums[nth][slot] / (step + 1);
      return Math.max(LEAST, Math.min(MOST, Math.round(average)));
    }),
  );
}

/** A phrase with one mistake: a letter lost, doubled, swapped with the next, or mistyped for its neighbour. */
function mistaken(phrase, random) {
  const at = 1 + Math.floor(random() * Math.max(1, phrase.length - 2));
  const letter = phrase[at] ?? '';
  const [before, after] = [phrase.slice(0, at), phrase.slice(at + 1)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + after.slice(0, 1) + letter + after.slice(1);
    default:
      return before + besideKey(letter, random) + after;
  }
}

function besideKey(letter, random) {
  const row = KEYBOARD.find((keys) => keys.includes(letter));
  if (!row) return letter;
  const at = row.indexOf(letter) + (random() < 0.5 ? -1 : 1);
  return row[at] ?? letter;
}

function shuffled(items, random) {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

/** Mulberry32: the same numbers everywhere for one seed. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function wordsOf(labels) {
  return labels.flatMap((label) => label.toLowerCase().match(/[a-z]{4,}/g) ?? []);
}

function jsonOf(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The core’s own reading of labels, bundled from source with no weights yet, so that a run does not rest on the last. */
async function core() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { surePath } from './capture/name/suggest-path.ts';
        export * from './capture/field/label-score.ts';
        export { meantWords } from './capture/field/label-spelling.ts';
        export { default as dictionary } from './capture/field/label-dictionary.json';
        export { default as vocabulary } from './capture/field/label-vocabulary.json';`,
      resolveDir: resolve('packages/core/src'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [
      {
        name: 'no-weights',
        setup: ({ onLoad }) =>
          onLoad({ filter: /label-weights\.json$/ }, () => ({
            contents: '{"classes":{},"otherWords":""}',
            loader: 'json',
          })),
      },
    ],
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await labelWeights();
  writeFileSync(TARGET, text);
  console.log(`${TARGET}: ${text.length} letters`);
}
