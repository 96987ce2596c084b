/** Counts the browser's own system calls, to see whether an acknowledged commit is on the disk, in both stores. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, type Finding, type Measure, printed } from './measure.ts';
import { unflushedBuild } from './undefended.ts';
import { commitsOn, newGround, openVault } from './vault-browser.ts';

const COMMITS = 50;

export const diskSync: Measure = {
  name: 'disk-sync',
  what: 'disk syncs of the browser for each acknowledged commit',
  without: () =>
    spawnSync('strace', ['-V']).status === 0 ? undefined : 'strace is not on this machine',
  async run({ extension }) {
    const synced = await counted(extension);
    const unflushed = unflushedBuild(extension);
    try {
      const control = await counted(unflushed.dir);
      return [
        printed('acknowledged commits', COMMITS),
        printed('disk syncs', synced.all),
        atLeast('disk syncs of the journal for each commit', perCommit(synced.journal), 1),
        atLeast('disk syncs of IndexedDB for each commit', perCommit(synced.database), 1),
        fewer('control, flush taken out: disk syncs of the journal', control.journal),
        fewer('control, not strict: disk syncs of IndexedDB', control.database),
      ];
    } finally {
      unflushed.remove();
    }
  },
};

interface Syncs {
  readonly all: number;
  readonly journal: number;
  readonly database: number;
}

async function counted(extension: string): Promise<Syncs> {
  const ground = await newGround(extension);
  const { officer, page } = await openVault(ground, extension);
  const folder = mkdtempSync(join(tmpdir(), 'sync-'));
  const output = join(folder, 'calls');
  const pids = spawnSync('pgrep', ['-f', ground.profile], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((pid) => pid !== '')
    .flatMap((pid) => ['-p', pid]);
  // `-y` writes the path of the file next to its number.
  const watching = ['-f', '-y', '-e', 'trace=fdatasync,fsync', '-o', output, ...pids];
  const watcher = spawn('strace', watching, { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((attached) => {
    watcher.stderr?.on('data', (said) => {
      if (String(said).includes('attached')) attached();
    });
  });
  const before = syncsIn(output);
  await new Promise<void>((reached) => {
    void commitsOn(page, 1, (number) => {
      if (number === COMMITS) reached();
    });
  });
  const after = syncsIn(output);
  watcher.kill('SIGINT');
  await officer.kill();
  await ground.remove();
  rmSync(folder, { recursive: true, force: true });
  return {
    all: after.all - before.all,
    journal: after.journal - before.journal,
    database: after.database - before.database,
  };
}

function syncsIn(output: string): Syncs {
  let calls = '';
  try {
    calls = readFileSync(output, 'utf8');
  } catch {
    // No call has been recorded yet.
  }
  const of = (place: string): number =>
    calls.match(new RegExp(`f(?:data)?sync\\(\\d+<[^>]*${place}`, 'g'))?.length ?? 0;
  return { all: of(''), journal: of('/File System/'), database: of('/IndexedDB/') };
}

function perCommit(syncs: number): number {
  return Math.floor((syncs / COMMITS) * 10) / 10;
}

function fewer(what: string, syncs: number): Finding {
  return { what, figure: syncs, bar: `fewer than ${COMMITS}`, holds: syncs < COMMITS };
}
