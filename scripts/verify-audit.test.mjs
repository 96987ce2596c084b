import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('runs the command from the source, where the files were named, and ends as it says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  try {
    writeFileSync(join(folder, 'letter.txt'), 'Dear Sir');
    const { status, stdout, stderr } = spawnSync(
      'node',
      [resolve('scripts/verify-audit.mjs'), '--', 'letter.txt'],
      { env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^This is not an audit file/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
