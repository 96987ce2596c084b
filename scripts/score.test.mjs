import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('runs the command from the source, on files named from where the officer stands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  try {
    writeFileSync(join(folder, 'answers.json'), '{ "answers": { "person": "grave" } }');
    const { status, stdout, stderr } = spawnSync(
      'node',
      [
        resolve('scripts/score.mjs'),
        ...['--', '--instrument', resolve('packages/core/src/risk/data/impact-scale.json')],
        ...['--answers', 'answers.json', '--json'],
      ],
      { env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ level: { id: 'grave' } });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
