import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { freePort, keepSystem } from './kept-system.ts';

/** A server that writes down its process ids, starts its own worker, and ignores a mild signal. */
const STUBBORN = 'trap "" TERM; sleep 600 & echo $! $$ > pids; wait';

const pidsIn = (folder: string): readonly number[] => {
  const file = join(folder, 'pids');
  return existsSync(file) ? (readFileSync(file, 'utf8').match(/\d+/g) ?? []).map(Number) : [];
};

function isRunning(pid: number): boolean {
  // A finished process that nobody has waited for yet counts as over.
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) [ZX] /.test(readFileSync(stat, 'utf8'));
}

async function started(folder: string): Promise<readonly number[]> {
  await expect.poll(() => pidsIn(folder).length, { timeout: 40_000 }).toBe(2);
  const pids = pidsIn(folder);
  expect(pids.filter(isRunning)).toEqual(pids);
  return pids;
}

it('ends its servers with their workers, and takes the folder away', async () => {
  const system = await keepSystem('kept');
  system.serve('stubborn', 'sh', ['-c', STUBBORN]);
  const pids = await started(system.folder);
  await system.stop();
  expect(pids.filter(isRunning)).toEqual([]);
  expect(existsSync(system.folder)).toBe(false);
});

it('does so too when whoever started it is killed', async () => {
  const code = `
    import { keepSystem } from ${JSON.stringify(join(import.meta.dirname, 'kept-system.ts'))};
    const system = await keepSystem('kept');
    system.serve('stubborn', 'sh', ['-c', ${JSON.stringify(STUBBORN)}]);
    console.log(system.folder);
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [folder] = (await once(createInterface({ input: starter.stdout }), 'line')) as [string];
  const pids = await started(folder);
  starter.kill('SIGKILL');
  await expect.poll(() => existsSync(folder), { timeout: 40_000 }).toBe(false);
  expect(pids.filter(isRunning)).toEqual([]);
});

it('says what a server said that ended at once', async () => {
  const system = await keepSystem('kept');
  try {
    system.serve('brief', 'sh', ['-c', 'echo the port is taken; exit 3']);
    await expect(system.answers(`http://127.0.0.1:${await freePort()}/`)).rejects.toThrow(
      /brief ended at once[\s\S]*the port is taken/,
    );
  } finally {
    await system.stop();
  }
});

it('runs nothing as root, and hands on nothing of the environment', async () => {
  process.env.KEPT_SYSTEM_SECRET = 'not for servers';
  const system = await keepSystem('kept');
  try {
    expect(Number(system.run('id', ['-u']))).not.toBe(0);
    expect(system.run('env', [])).not.toContain('not for servers');
  } finally {
    delete process.env.KEPT_SYSTEM_SECRET;
    await system.stop();
  }
});
