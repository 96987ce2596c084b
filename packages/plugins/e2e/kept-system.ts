/**
 * A real system on this machine for as long as a suite needs it: a new temporary folder, programs that run there,
 * servers on the loopback address. All of it is removed by `stop`, and when the starting process is killed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { accountToRunAs } from './account.ts';
import type { Program } from './program.ts';

export type Environment = Readonly<Record<string, string>>;

export interface KeptSystem {
  /** Absolute path; readable by no other user. */
  readonly folder: string;
  /** The account that the programs run as. */
  readonly user: string;
  readonly group: string;
  /** Writes a file, with the folders to it. @returns its path */
  write(path: string, text: string): string;
  /** Makes a folder. @returns its path */
  makeFolder(path: string): string;
  /** Runs a program to its end. @returns its output @throws {Error} with its messages, when it fails */
  run(
    command: string,
    args: readonly string[],
    options?: { env?: Environment; input?: string },
  ): string;
  /** Starts a server. Its log is `NAME.log` in the folder. */
  serve(name: string, command: string, args: readonly string[], env?: Environment): void;
  /**
   * Resolves once the address answers.
   * @throws {Error} with the logs, when a server ends before or none answers in time
   */
  answers(url: string): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds. A tracker's first page takes seconds on a quiet machine, and much longer on a busy one. */
const PATIENCE_MS = 120_000;

/** @param name - one word, for the name of the folder */
export async function keepSystem(name: string): Promise<KeptSystem> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  // In its own process group: a terminal's Ctrl+C would otherwise end it before its servers.
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'keeper.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const gone = once(keeper, 'exit');
  const ended: string[] = [];
  const served: string[] = [];
  createInterface({ input: keeper.stdout }).on('line', (server) => ended.push(server));
  keeper.stdin.on('error', () => ended.push('the keeper of the servers'));

  const { user, group, uid, gid } = accountToRunAs();
  const owns = (path: string): string => {
    if (process.getuid?.() === 0) chownSync(path, uid, gid);
    return path;
  };
  owns(folder);
  // Nothing from the caller's environment: its settings are not ours.
  const environment = (env: Environment): Environment => ({
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    HOME: folder,
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    ...env,
  });
  const makeFolder = (path: string): string => {
    const made = join(folder, path);
    if (existsSync(made)) return made;
    if (dirname(path) !== '.') makeFolder(dirname(path));
    mkdirSync(made);
    return owns(made);
  };
  const logs = (): string =>
    served.map((server) => `${server}: ${tail(join(folder, `${server}.log`))}`).join('\n');

  return {
    folder,
    user,
    group,
    makeFolder,
    write(path, text) {
      if (dirname(path) !== '.') makeFolder(dirname(path));
      const file = join(folder, path);
      writeFileSync(file, text);
      return owns(file);
    },
    run(command, args, { env = {}, input = '' } = {}) {
      const { status, stdout, stderr, error } = spawnSync(command, args, {
        cwd: folder,
        env: environment(env),
        input,
        encoding: 'utf8',
        ...(process.getuid?.() === 0 ? { uid, gid } : {}),
      });
      if (status === 0) return stdout;
      throw new Error(`${command} ended with ${status}: ${error?.message ?? `${stdout}${stderr}`}`);
    },
    serve(server, command, args, env = {}) {
      const program: Program = {
        name: server,
        command,
        args,
        env: environment(env),
        ...(process.getuid?.() === 0 ? { uid, gid } : {}),
      };
      served.push(server);
      keeper.stdin.write(`${JSON.stringify(program)}\n`);
    },
    async answers(url) {
      for (const end = performance.now() + PATIENCE_MS; ; ) {
        if (await isAnswered(url)) return;
        if (ended.length > 0) throw new Error(`${ended.join(', ')} ended at once.\n${logs()}`);
        if (performance.now() > end) throw new Error(`Nothing answers at ${url}.\n${logs()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async stop() {
      keeper.stdin.end();
      await gone;
    },
  };
}

/** A port of the loopback address that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-2_000) : 'no log';
}
