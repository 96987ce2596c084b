import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Laws that record each of their cases, so that two runs can be compared. */
const LAWS = `
  import fc, { property, assert } from 'fast-check';
  import { appendFileSync } from 'node:fs';
  import { it } from 'vitest';
  const drawn = (name) => (value) => appendFileSync(process.env.DRAWN, name + ' ' + value + '\\n');
  it('with its own number', () => fc.assert(property(fc.nat(), drawn('many')), { numRuns: 300 }));
  it('with fewer than the gate allows', () => assert(property(fc.nat(), drawn('few')), { numRuns: 7 }));
  it('with none given', () => fc.assert(property(fc.nat(), drawn('plain'))));
  it('with a seed of its own', () => fc.assert(property(fc.nat(), drawn('seeded')), { seed: 42 }));
`;

/** @returns the cases that each law was given, by its name */
function drawnBy(run) {
  const folder = mkdtempSync(join(tmpdir(), 'gate-laws-'));
  try {
    const drawn = join(folder, 'drawn.txt');
    symlinkSync(join(ROOT, 'packages/core/node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'laws.test.mjs'), LAWS);
    writeFileSync(
      join(folder, 'vitest.config.mjs'),
      `import { gateLaws } from ${JSON.stringify(join(ROOT, 'scripts/gate-laws.mjs'))};
       export default { plugins: ${run === 'full' ? '[]' : '[gateLaws()]'} };`,
    );
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder],
      { env: { ...process.env, DRAWN: drawn }, encoding: 'utf8' },
    );
    expect(status, stdout).toBe(0);
    const lines = readFileSync(drawn, 'utf8').trim().split('\n');
    return Object.groupBy(lines, (line) => line.split(' ')[0]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('gives each law a hundred cases at most, the same ones every time', () => {
  const first = drawnBy('gate');
  expect(first.many).toHaveLength(100);
  expect(first.few).toHaveLength(7);
  expect(first.plain).toHaveLength(100);
  expect(drawnBy('gate')).toEqual(first);
});

it('leaves the full run all cases, from another seed each time, and a seed that a law names', () => {
  const [one, other] = [drawnBy('full'), drawnBy('full')];
  expect(one.many).toHaveLength(300);
  expect(other.many).not.toEqual(one.many);
  expect(other.seeded).toEqual(one.seeded);
  expect(drawnBy('gate').seeded).toEqual(one.seeded);
});
