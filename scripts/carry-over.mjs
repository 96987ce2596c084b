#!/usr/bin/env node
/**
 * `node scripts/carry-over.mjs [REVISION]`: has an earlier release write a vault with two thousand people, opens it with
 * this one, and counts what each exports by a count of its own. Then an officer of each sends the other files: this one
 * takes in the earlier one's whole, and the earlier one says in a sentence that it cannot read what is new. Without a
 * revision the earlier release is the one that froze the last vault in `packages/extension/src/keeper/released`. Prints
 * JSON; ends with 1 if anything differs.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseBefore } from './release-before.mjs';

const MANY = 'packages/extension/src/keeper/released-many.test.ts';
const EXCHANGE = 'packages/extension/src/keeper/released-exchange.test.ts';
/** Written for both releases: the earlier one runs them as they are here. */
const COPIED = [MANY, EXCHANGE, 'packages/extension/src/testing/released/carried-under-test.ts'];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const root = join(import.meta.dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'carry-over-'));
const earlier = join(place, 'earlier');

const run = (folder, command, args, env = {}) =>
  execFileSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
const vitest = (folder, test, step) =>
  run(folder, 'npx', ['vitest', 'run', '--no-typecheck', test], {
    CARRIED_VAULT: place,
    CARRIED_STEP: step,
  });

/** Every line of a kind as its release exported it, counted without the toolkit's own code. */
function counted(file) {
  const records = readFileSync(join(place, file), 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line));
  const of = (kind) => records.filter((record) => record.kind === kind);
  return {
    records: records.map(({ kind, id }) => `${kind} ${id}`),
    people: of('subject').map(({ id, value }) => `${id} ${value.name} ${value.bornOn}`),
    handles: of('onlineIdentifier').map(
      ({ id, value }) => `${id} ${value.subjectId} ${value.platform} ${value.asSeen}`,
    ),
    contacts: of('subject').flatMap(({ id, value }) =>
      [...value.phones, ...value.emails, ...value.addresses.map(({ lines }) => lines)].map(
        (contact) => `${id} ${contact}`,
      ),
    ),
    dates: records.flatMap(({ id, value }) => datesIn(value, id)),
    words: [
      ...of('subject').flatMap(({ id, value }) => value.schools.map(({ name }) => `${id} ${name}`)),
      ...of('referrer').map(({ id, value }) => `${id} ${value.organisation}`),
      ...of('agencyContact').map(({ id, value }) => `${id} ${value.who}`),
      ...of('referral').flatMap(({ id, value }) =>
        value.suspectedOffences.map((words) => `${id} ${words}`),
      ),
    ],
    sources: records.flatMap(({ id, sources }) =>
      Object.entries(sources).flatMap(([path, refs]) =>
        refs.map(({ capture, verbatim }) => `${id} ${path} ${capture} ${verbatim}`),
      ),
    ),
  };
}

function datesIn(value, path) {
  if (typeof value === 'string') return DATE.test(value) ? [`${path} ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => datesIn(inner, `${path}.${name}`));
}

const revision = process.argv[2] ?? releaseBefore(root);
if (revision === undefined) throw new Error('The history of the release before is not here');

try {
  run(root, 'git', ['worktree', 'add', '--detach', earlier, revision]);
  run(earlier, 'pnpm', ['install', '--frozen-lockfile', '--prefer-offline']);
  for (const file of COPIED) cpSync(join(root, file), join(earlier, file));
  vitest(earlier, MANY, 'write');
  vitest(root, MANY, 'open');
  const [before, after] = [counted('before.jsonl'), counted('after.jsonl')];
  const same = Object.keys(before).filter(
    (what) => before[what].toSorted().join('\n') === after[what].toSorted().join('\n'),
  );
  const differs = Object.keys(before).filter((what) => !same.includes(what));
  const counts = Object.fromEntries(Object.entries(after).map(([what, all]) => [what, all.length]));
  vitest(root, EXCHANGE, 'exchange-1-later');
  vitest(earlier, EXCHANGE, 'exchange-2-earlier');
  vitest(root, EXCHANGE, 'exchange-3-later');
  vitest(earlier, EXCHANGE, 'exchange-4-earlier');
  const refused = JSON.parse(readFileSync(join(place, 'said.json'), 'utf8'));
  console.log(JSON.stringify({ from: revision, ...counts, differs, refused }, undefined, 2));
  process.exitCode = differs.length === 0 ? 0 : 1;
} finally {
  run(root, 'git', ['worktree', 'remove', '--force', earlier]);
  rmSync(place, { recursive: true, force: true });
}
