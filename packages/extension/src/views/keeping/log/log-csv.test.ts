import type { LoggedEntry, RecordId } from '@cyber-prevent/core';
import { buildId } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { logCsv } from './log-csv.js';
import type { LogWords } from './log-words.js';

const SEALED = `searched-words-1.${'A'.repeat(1148)}`;
const entry = (over: Partial<LoggedEntry> = {}): LoggedEntry => ({
  action: 'consultation',
  records: [],
  fields: ['name'],
  reason: 'search',
  at: '2026-11-24T09:30:00.000Z' as LoggedEntry['at'],
  by: buildId() as RecordId,
  ...over,
});
const words = {
  kinds: new Map(),
  lists: new Map(),
  who: () => 'DC Imre Sandoval',
} as unknown as LogWords & { who: () => string };

it('has the sealed words of searches in the officer’s own log alone', () => {
  const entries = [entry(), entry({ sealed: SEALED })];
  const own = logCsv(entries, [], words, true).split('\r\n');
  expect(own.filter((line) => line.includes(SEALED))).toHaveLength(1);
  expect(own.some((line) => line.includes('Words searched for, sealed to the auditor'))).toBe(true);
  expect(logCsv(entries, [], words, false)).not.toContain('sealed');
  expect(logCsv([entry()], [], words, true)).not.toContain('sealed');
});
