/**
 * A disk that fills up, with small commits and with large ones: an error in words, nothing lost, and work continues.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { atLeast, exactly, type Finding, type Measure, printed } from './measure.ts';
import { swallowingBuild } from './undefended.ts';
import { type Ground, halfOf, lostOf, newGround, openVault, partsHeld } from './vault-browser.ts';

/** Bytes of the file system, and of its free space when commits begin. */
const DISK_MB = 160;
const LEFT_BYTES = { small: 3_000_000, large: 12_000_000 };
const VALUE = { small: 200, large: 64_000 };
/** Number of saves by the control: more than the disk has room for. */
const CONTROL_SAVES = 90;

export const fullDisk: Measure = {
  name: 'full-disk',
  what: 'the disk fills up under commits, small and large',
  without: () => (canMount() ? undefined : 'a file system of a set size cannot be mounted here'),
  async run({ extension }) {
    const findings: Finding[] = [];
    for (const size of ['small', 'large'] as const)
      findings.push(...(await onDisk((disk) => fill(disk, extension, size))));
    const swallowing = swallowingBuild(extension);
    try {
      findings.push(await onDisk((disk) => overfill(disk, swallowing.dir)));
    } finally {
      swallowing.remove();
    }
    return findings;
  },
};

/** Runs work on a file system of a set size. */
async function onDisk<T>(work: (disk: string) => Promise<T>): Promise<T> {
  const disk = mkdtempSync(join(tmpdir(), 'disk-'));
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk]);
  try {
    return await work(disk);
  } finally {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

/** A vault on a nearly full disk. */
async function nearlyFull(disk: string, extension: string, size: 'small' | 'large') {
  const profile = join(disk, 'profile');
  mkdirSync(profile);
  const ground: Ground = await newGround(extension, profile);
  const first = await openVault(ground, extension);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(Math.max(0, freeBytes(disk) - LEFT_BYTES[size])));
  return { ground, first, ballast };
}

/** Control: a keeper that always says *done* loses saves that it reported as kept. */
async function overfill(disk: string, extension: string): Promise<Finding> {
  const { ground, first, ballast } = await nearlyFull(disk, extension, 'large');
  const kept = new Set<number>();
  for (let number = 1; number <= CONTROL_SAVES; number += 1)
    if ((await commitOne(first.page, number, VALUE.large)) === 'done') kept.add(number);
  rmSync(ballast);
  await first.officer.close();
  const second = await openVault(ground, extension);
  const parts = await partsHeld(second.page);
  await second.officer.close();
  return atLeast('control, the refusal swallowed: commits lost', lostOf(kept, parts), 1);
}

async function fill(
  disk: string,
  extension: string,
  size: 'small' | 'large',
): Promise<readonly Finding[]> {
  const { ground, first, ballast } = await nearlyFull(disk, extension, size);
  const kept = new Set<number>();
  const said = await commitUntilRefused(first.page, 1, VALUE[size], kept);
  // The disk is still full: the error is the same, and nothing kept is touched.
  const saidAgain = await commitUntilRefused(first.page, 10_001, VALUE[size], kept);
  rmSync(ballast);
  const before = kept.size;
  const afterwards = await commitOne(first.page, 20_001, VALUE[size]);
  if (afterwards === 'done') kept.add(20_001);
  await first.officer.close();
  const second = await openVault(ground, extension);
  const parts = await partsHeld(second.page);
  await second.officer.close();
  const isPlain = (words: string): boolean => /no room left/.test(words);
  return [
    printed(`${size}: acknowledged commits before the disk was full`, before),
    exactly(`${size}: a plain sentence`, isPlain(said) && isPlain(saidAgain) ? 'yes' : said, 'yes'),
    exactly(`${size}: the first save after room was made`, afterwards, 'done'),
    exactly(`${size}: acknowledged commits lost`, lostOf(kept, parts), 0),
    exactly(`${size}: half commits`, halfOf(parts), 0),
  ];
}

async function commitUntilRefused(
  page: Page,
  from: number,
  length: number,
  kept: Set<number>,
): Promise<string> {
  for (let number = from; number < from + 9_000; number += 1) {
    const outcome = await commitOne(page, number, length);
    if (outcome !== 'done') return outcome;
    kept.add(number);
  }
  return 'it was never full';
}

/** @returns `done`, or the message to the officer */
function commitOne(page: Page, number: number, length: number): Promise<string> {
  return page.evaluate(
    (commit, many) =>
      new Promise<string>((resolve) => {
        const channel = new BroadcastChannel('cp-keeper');
        const id = crypto.randomUUID();
        channel.onmessage = ({ data }) => {
          if (data.to !== 'client' || data.id !== id || data.name === 'taken') return;
          channel.close();
          resolve(data.name === 'done' ? 'done' : data.message);
        };
        // Random letters: compressible ones would not fill a disk.
        const filler = (): string =>
          Array.from(crypto.getRandomValues(new Uint8Array(many)), (byte) =>
            String.fromCharCode(97 + (byte % 26)),
          ).join('');
        const changes = [1, 2, 3].map((part) => {
          const record = crypto.randomUUID();
          const name = `Commit ${commit} part ${part}`;
          const lists = {
            aliases: [],
            addresses: [],
            schools: [],
            phones: [],
            emails: [],
            categories: [],
          };
          const processingConditions = [
            {
              what: 'subject.communicationNeeds',
              regime: 'part3',
              condition: 'part3-safeguarding',
              whyNecessary: 'Letters, to fill a disk.',
              decidedOn: '2026-11-24',
            },
          ];
          const needs = { communicationNeeds: filler(), processingConditions };
          const set = { id: record, name, ...needs, ...lists };
          return { kind: 'subject', record, parents: [], set };
        });
        channel.postMessage({
          to: 'keeper',
          client: crypto.randomUUID(),
          id,
          verb: 'commit',
          args: [crypto.randomUUID(), { changes, reason: 'case-work' }],
        });
      }),
    number,
    length,
  );
}

function freeBytes(disk: string): number {
  const [, line = ''] = spawnSync('df', ['-B1', '--output=avail', disk], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  return Number(line.trim());
}

function canMount(): boolean {
  const disk = mkdtempSync(join(tmpdir(), 'disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  if (status === 0) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
  return status === 0;
}
