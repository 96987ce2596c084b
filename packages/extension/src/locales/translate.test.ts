import {
  FIELD_PATHS,
  type FieldDescription,
  fieldOf,
  fieldsOf,
  gatherCodeLists,
  RECORD_KINDS,
} from '@cyber-prevent/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helpScreens } from './en/help-screens.js';
import { en } from './en.js';
import { all } from './late.js';
import { isMessageKey, type Message, t } from './translate.js';

const areas = import.meta.glob<Record<string, Record<string, Message>>>('./en/*.ts', {
  eager: true,
});
const tables = Object.entries(areas).flatMap(([file, module]) =>
  Object.values(module).map((table) => ({ file, table })),
);

it('has every key of every area, and no key twice', () => {
  const keys = tables.flatMap(({ table }) => Object.keys(table));
  expect(keys.toSorted()).toEqual(Object.keys({ ...all, ...helpScreens }).toSorted());
});

it('fills the slots, and chooses the sentence by the count', () => {
  expect(t('field.characters-left', { count: 1 })).toBe('You have 1 character remaining');
  expect(t('field.characters-left', { count: 1200 })).toBe('You have 1,200 characters remaining');
});

it('gives a name that is written from right to left a direction of its own, and leaves any other as it is', () => {
  const officer = (name: string): string => t('shell.officer', { name, number: '4417' });
  expect(officer('عبد الرحمن')).toBe('\u2068عبد الرحمن\u2069, 4417');
  expect(officer('Ада Вэль')).toBe('Ада Вэль, 4417');
  expect(officer('Tamsin O’Connell')).toBe('Tamsin O’Connell, 4417');
});

it('lets no mark in a name turn the direction of the sentence', () => {
  const said = t('shell.officer', { name: 'notice\u202Efdp.exe', number: '4417' });
  expect(said).toBe('notice\uFFFDfdp.exe, 4417');
});

it('writes a number as the browser does', () => {
  // Nothing is counted as minus zero, which the browser writes with its sign: adding zero makes it zero.
  const aNumber = fc
    .oneof(fc.integer({ min: -2000, max: 2000 }), fc.integer(), fc.float())
    .map((number) => number + 0);
  fc.assert(
    fc.property(aNumber, (number) => {
      expect(t('shell.officer', { name: '', number })).toBe(`, ${number.toLocaleString('en-GB')}`);
    }),
  );
});

it('puts text into a slot as text, slots and all', () => {
  expect(t('shell.officer', { name: '{number} <b>', number: '4417' })).toBe('{number} <b>, 4417');
});

it('knows its keys', () => {
  expect(isMessageKey('common.save')).toBe(true);
  expect(isMessageKey('toString')).toBe(false);
});

it('never says bare Prevent: that is the counter-terrorism duty', () => {
  for (const [key, message] of Object.entries(en as Record<string, Message>)) {
    const text = typeof message === 'string' ? message : `${message.one} ${message.other}`;
    expect(text.replace(/[Cc]yber Prevent/g, ''), key).not.toMatch(/\bPrevent\b/);
  }
});

it('writes email as GOV.UK does, in messages, and in the labels of records, captured facts and codes', () => {
  const said = ({ label, hint = '', called = '', fields = [] }: FieldDescription): string[] => [
    label,
    hint,
    called,
    ...fields.flatMap(said),
  ];
  const texts = [
    JSON.stringify(all),
    ...RECORD_KINDS.flatMap((kind) => fieldsOf(kind).flatMap(said)),
    ...FIELD_PATHS.map((path) => fieldOf(path).label),
    ...[...gatherCodeLists().values()].flatMap(({ codes }) => codes.map(({ label }) => label)),
  ];
  expect(texts.filter((text) => /email/i.test(text)).length).toBeGreaterThan(10);
  for (const text of texts) expect(text).not.toMatch(/e-mail/i);
});

describe('signs that the fonts of most computers lack: a screen would wait while the browser looks for one that has them', () => {
  // Latin letters, and the quotation marks, dashes and dots of every text font.
  const COMMON = /^[\u0020-\u007e\u00a0-\u024f\u2010-\u2026\n]*$/;

  it('are in no message', () => {
    for (const [key, message] of Object.entries(all as Record<string, Message>)) {
      const text = typeof message === 'string' ? message : `${message.one} ${message.other}`;
      expect(text, key).toMatch(COMMON);
    }
  });

  it('are drawn by no view or component', () => {
    const sources = import.meta.glob<string>(['../{components,views}/**/*.tsx', '!**/*.test.tsx'], {
      eager: true,
      query: '?raw',
      import: 'default',
    });
    expect(Object.keys(sources).length).toBeGreaterThan(100);
    for (const [file, source] of Object.entries(sources)) expect(source, file).toMatch(COMMON);
  });
});
