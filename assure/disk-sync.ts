/** Whether an acknowledged commit is on the disk: the browser's own system calls are counted. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, type Measure, told } from './measure.ts';
import { commitsOn, newGround, openVault } from './vault-browser.ts';

const COMMITS = 50;

export const diskSync: Measure = {
  name: 'disk-sync',
  what: 'disk syncs of the browser for each acknowledged commit',
  without: () =>
    spawnSync('strace', ['-V']).status === 0 ? undefined : 'strace is not on this machine',
  async run({ extension }) {
    const ground = await newGround(extension);
    const { officer, page } = await openVault(ground, extension);
    const folder = mkdtempSync(join(tmpdir(), 'sync-'));
    const output = join(folder, 'calls');
    const pids = spawnSync('pgrep', ['-f', ground.profile], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter((pid) => pid !== '')
      .flatMap((pid) => ['-p', pid]);
    const watching = ['-f', '-e', 'trace=fdatasync,fsync', '-o', output, ...pids];
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
    const syncs = syncsIn(output) - before;
    watcher.kill('SIGINT');
    await officer.kill();
    ground.remove();
    rmSync(folder, { recursive: true, force: true });
    return [
      told('acknowledged commits', COMMITS),
      told('disk syncs', syncs),
      atLeast('disk syncs for each commit', Math.floor((syncs / COMMITS) * 10) / 10, 1),
    ];
  },
};

function syncsIn(output: string): number {
  try {
    return readFileSync(output, 'utf8').match(/f(?:data)?sync\(/g)?.length ?? 0;
  } catch {
    // Nothing has been called yet.
    return 0;
  }
}
