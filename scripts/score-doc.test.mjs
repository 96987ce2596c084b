import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('scores the example of the reference as the reference says', () => {
  const page = readFileSync('docs/reference/instruments.md', 'utf8');
  const [instrument, answers] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, json]) => json,
  );
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  try {
    writeFileSync(join(folder, 'instrument.json'), instrument);
    writeFileSync(join(folder, 'answers.json'), answers);
    const { stdout, stderr } = spawnSync(
      'node',
      [
        resolve('scripts/score.mjs'),
        '--instrument',
        'instrument.json',
        '--answers',
        'answers.json',
        '--json',
      ],
      { env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      range: [2, 4],
      levels: [{ id: 'low' }, { id: 'medium' }],
      level: null,
      noLevel: 'answers-missing',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
