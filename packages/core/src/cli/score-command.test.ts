import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HANDMADE } from '../testing/instrument-under-test.js';
import { scoreCommand } from './score-command.js';

const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(folder, { recursive: true }));

function kept(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return path;
}

async function run(...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await scoreCommand(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

const instrument = kept('instrument.json', HANDMADE);
const scored = async (answers: object, facts: object = { age: 15 }) => {
  const file = kept('answers.json', { facts, answers });
  const { code, out } = await run('--instrument', instrument, '--answers', file, '--json');
  expect(code).toBe(0);
  return JSON.parse(out);
};
const done = { access: 'partly', forums: 'weekly', adult: 'absent', hurt: 'absent' };

describe('score', () => {
  it('scores an instrument that is given only as JSON, as its table says', async () => {
    expect(await scored(done)).toMatchObject({
      isScored: true,
      instrument: { id: 'handmade', version: '2.1.0', status: 'illustrative' },
      superseded: null,
      level: { id: 'medium', label: 'Medium' },
      levels: [{ id: 'medium', label: 'Medium' }],
      noLevel: null,
      range: [4, 4],
      answeredCount: 4,
      itemCount: 5,
    });
    expect((await scored({ ...done, adult: 'present' })).level.id).toBe('low');
  });

  it('gives a range while answers are missing, and says what one answer could do', async () => {
    expect(await scored({ ...done, hurt: 'unknown' })).toMatchObject({
      level: null,
      noLevel: 'answers-missing',
      levels: [{ id: 'medium' }, { id: 'high' }],
      moves: [{ item: 'hurt', rise: { from: 'medium', to: 'high' } }],
    });
  });

  it('gives none where too little is answered, or it is for others', async () => {
    expect(await scored({ hurt: 'present' })).toMatchObject({
      level: null,
      noLevel: 'too-few-answers',
    });
    expect(await scored(done, { age: 18 })).toMatchObject({
      level: null,
      noLevel: 'not-applicable',
    });
    expect(await scored(done, {})).toMatchObject({ level: null, noLevel: 'applicability-unknown' });
  });

  it('says the same in words, without points', async () => {
    const file = kept('words.json', { facts: { age: 15 }, answers: { ...done, hurt: 'unknown' } });
    const { code, out } = await run('--instrument', instrument, '--answers', file);
    expect(code).toBe(0);
    expect(out).toContain('Still possible: Medium, High');
    expect(out).toContain('Somebody was hurt: if answered, Medium could become High');
    expect(out).not.toMatch(/points?\b|\b4\b.*\b4\b/);
  });

  it('refuses a wrong instrument with line and reason', async () => {
    const wrong = kept('wrong.json', {
      ...HANDMADE,
      bands: [{ id: 'low', label: 'Low', form: 0 }],
    });
    const answers = kept('answers.json', { answers: done });
    const { code, error, out } = await run('--instrument', wrong, '--answers', answers, '--json');
    expect(code).toBe(1);
    expect(error).toMatch(/wrong\.json: line \d+, column \d+: “form” is not part of an instrument/);
    expect(JSON.parse(out)).toMatchObject({
      isScored: false,
      issues: [{ code: 'instrument-invalid' }],
    });
  });

  it('refuses an answer that is not offered, with line and reason', async () => {
    const answers = kept('other.json', { answers: { ...done, forums: 'maybe' } });
    const { code, error } = await run('--instrument', instrument, '--answers', answers);
    expect(code).toBe(1);
    expect(error).toMatch(
      /other\.json: line \d+, column \d+: “maybe” is not an answer to “Forums”/,
    );
  });

  it('says that an instrument is superseded, and scores it all the same', async () => {
    const supersededBy = { version: '3.0.0', on: '2026-11-24' };
    const old = kept('old.json', { ...HANDMADE, supersededBy });
    const answers = kept('answers.json', { facts: { age: 15 }, answers: done });
    const told = await run(
      '--instrument',
      old,
      '--answers',
      answers,
      '--on',
      '2026-11-24',
      '--json',
    );
    expect(JSON.parse(told.out)).toMatchObject({
      level: { id: 'medium' },
      superseded: expect.stringContaining('Use version 3.0.0'),
    });
    const before = await run(
      '--instrument',
      old,
      '--answers',
      answers,
      '--on',
      '2026-11-23',
      '--json',
    );
    expect(JSON.parse(before.out).superseded).toBeNull();
  });

  it('prints no mark that steers a terminal', async () => {
    const hostile = kept('hostile.json', { ...HANDMADE, title: 'A\u001b[2J\u202e' });
    const answers = kept('answers.json', { facts: { age: 15 }, answers: done });
    for (const more of [[], ['--json']]) {
      const { out, code } = await run('--instrument', hostile, '--answers', answers, ...more);
      expect(code).toBe(0);
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('ends with 2 where there is nothing to read, and says how it is used', async () => {
    for (const args of [
      [],
      ['--instrument', instrument],
      ['--instrument', instrument, '--answers', join(folder, 'none.json')],
      ['--instrument', instrument, '--answers', instrument, '--loud'],
      ['--instrument', instrument, '--answers', instrument, '--on', '2026-02-31'],
    ]) {
      const { code, out, error } = await run(...args);
      expect([code, out]).toEqual([2, '']);
      expect(error).not.toBe('');
    }
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--json') });
  });
});
