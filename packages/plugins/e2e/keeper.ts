/**
 * Keeps the servers of one system: starts those requested, a line of JSON each, and ends all of them and deletes their
 * folder as soon as the starting process stops or is gone for any reason.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Program } from './program.ts';

/** Milliseconds of patience after each of the two signals that end a server. */
const PATIENCE_MS = 5_000;
const [folder = ''] = process.argv.slice(2);
const servers: ChildProcess[] = [];
let ending: Promise<void> | undefined;

createInterface({ input: process.stdin })
  .on('line', (line) => start(JSON.parse(line) as Program))
  .on('close', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endAll);

function start({ name, command, args, env, uid, gid }: Program): void {
  const log = openSync(join(folder, `${name}.log`), 'a');
  // In its own process group: a server's workers end with it.
  const server = spawn(command, args, {
    cwd: folder,
    env,
    stdio: ['ignore', log, log],
    detached: true,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  server.once('error', () => say(name));
  server.once('exit', () => say(name));
  servers.push(server);
}

/** Reports a server that is gone to the process that requested it, which may no longer listen. */
function say(name: string): void {
  if (!ending) process.stdout.write(`${name}\n`);
}

function endAll(): void {
  ending ??= end();
}

async function end(): Promise<void> {
  process.stdout.on('error', () => {});
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const server of servers) signals(server, signal);
    const end = performance.now() + PATIENCE_MS;
    while (servers.some((server) => signals(server, 0)) && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exit(0);
}

/** @returns whether any process of the server's group is still there */
function signals({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
