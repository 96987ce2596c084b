/** The vault's storage in real Chromium, from source, next to plain Dexie and raw writes in the same page and run. */
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { middle, ratio, ratioOfRounds, type Spread, spread, tenths } from './figures.ts';
import { machine } from './machine.ts';
import { type Measured, openVaultBrowser, type VaultBrowser } from './vault-browser.ts';
import { buildVaultPage, dexieVersion } from './vault-extension/build.ts';
import type { LaterTimes, PartTimes, ReadyTimes } from './vault-extension/measured.ts';
import type { Seed } from './vault-extension/vault-here.ts';
import type {
  Beside,
  CommitFigures,
  Cost,
  EditFigures,
  OpenFigures,
  SizeFigures,
  VaultFigures,
  VaultGrowth,
  WriteFigures,
} from './vault-figures.ts';
import { vaultHeldAgainst } from './vault-targets.ts';

export interface VaultOptions {
  /** Numbers of records; the peers are compared at the first, and growth is from each to the next. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** Records in a commit when a vault is filled, as in an import of an old system. */
const PER_COMMIT = 1000;
const SIZE_ROUNDS = 3;
const COMMIT_ROUNDS = 3;
const EDITS = 60;

export async function benchVault({ sizes, rounds, say }: VaultOptions): Promise<VaultFigures> {
  const atStart = machine();
  const folder = await buildVaultPage();
  let browser: VaultBrowser | undefined;
  try {
    browser = await openVaultBrowser(folder);
    const [first = 10_000] = sizes;
    const seed = await browser.call('newSeed', 'practice');
    const spare = await browser.call('newSeed', 'live');
    say(`${first} records: filling`);
    await browser.call('fill', seed, first, PER_COMMIT, true);
    const records = await browser.call('take', seed);
    say('writing');
    const write = await writing(browser, { spare, first, rounds });
    say('opening');
    const open = await opening(browser, seed, rounds);
    say('one record edited');
    await browser.call('clear', 'live');
    const edit = await editing(browser, seed);
    const load = tenths(loadavg()[0] ?? 0);
    const measured: SizeFigures[] = [];
    for (const count of sizes) {
      say(`${count} records: from the key to a search`);
      measured.push(await fromKey(browser, seed, count));
    }
    const figures = {
      bench: 'vault',
      at: new Date().toISOString(),
      machine: atStart,
      browser: browser.version,
      peers: { dexie: dexieVersion() },
      records,
      load,
      write,
      open,
      edit,
      sizes: measured,
      growth: measured.slice(1).map((larger, index) => growth(measured[index] ?? larger, larger)),
    } as const;
    return { ...figures, targets: vaultHeldAgainst(figures) };
  } finally {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Writing {
  readonly spare: Seed;
  readonly first: number;
  readonly rounds: number;
}

async function writing(
  browser: VaultBrowser,
  { spare, first, rounds }: Writing,
): Promise<WriteFigures> {
  const [bulkPut, strict, sealed]: [Measured<number>[], Measured<number>[], Measured<number>[]] = [
    [],
    [],
    [],
  ];
  // In separate rounds: it is not part of the ratio, and its later disk work would fall on one of the two.
  for (let round = 0; round <= rounds; round += 1) {
    await browser.call('emptied', spare);
    strict.push(await browser.measure('bulkPut', 'strict'));
    await browser.call('letGo');
  }
  // The first round warms up. They alternate in order, since each leaves the disk busy for a while.
  for (let round = 0; round <= rounds; round += 1) {
    await browser.call('emptied', spare);
    if (round % 2 === 0) bulkPut.push(await browser.measure('bulkPut', 'default'));
    sealed.push(await browser.measure('writeSealed'));
    if (round % 2 === 1) bulkPut.push(await browser.measure('bulkPut', 'default'));
    await browser.call('letGo');
  }
  const throughPort: CommitFigures[] = [];
  for (const perCommit of [first, first / 100]) {
    const times: number[] = [];
    for (let round = 0; round < COMMIT_ROUNDS; round += 1)
      times.push((await browser.call('fill', spare, first, perCommit, false)).commitsMs);
    throughPort.push({ commits: first / perCommit, ms: spread(times) });
  }
  return {
    bulkPut: costOf(bulkPut),
    strictBulkPut: costOf(strict),
    sealed: costOf(sealed),
    ratio: beside(sealed, bulkPut),
    throughPort,
  };
}

async function opening(browser: VaultBrowser, seed: Seed, rounds: number): Promise<OpenFigures> {
  const [toArray, session]: [Measured<number>[], Measured<number>[]] = [[], []];
  const opened: Measured<{ loadMs: number; holdMs: number }>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await browser.call('closed', seed);
    if (round % 2 === 0) toArray.push(await browser.measure('toArray'));
    opened.push(await browser.measure('openSealed'));
    if (round % 2 === 1) toArray.push(await browser.measure('toArray'));
    await browser.call('letGo');
    session.push(await browser.measure('openSession', seed));
    await browser.call('leave');
  }
  const whole = opened.map(({ value: { loadMs, holdMs }, cpuMs }) => ({
    value: loadMs + holdMs,
    cpuMs,
  }));
  const warm = opened.slice(1).map(({ value }) => value);
  return {
    toArray: costOf(toArray),
    opened: costOf(whole),
    loadMs: spread(warm.map(({ loadMs }) => loadMs)),
    holdMs: spread(warm.map(({ holdMs }) => holdMs)),
    session: costOf(session),
    ratio: beside(whole, toArray),
  };
}

async function editing(browser: VaultBrowser, seed: Seed): Promise<EditFigures> {
  const times = await browser.call('edit', seed, EDITS);
  const raw = times.map(({ putMs, appendMs }) => putMs + appendMs);
  return {
    rounds: times.length,
    sealedBytes: middle(times.map(({ sealedBytes }) => sealedBytes)),
    putMs: spread(times.map(({ putMs }) => putMs)),
    appendMs: spread(times.map(({ appendMs }) => appendMs)),
    editMs: spread(times.map(({ editMs }) => editMs)),
    ratio: ratioOfRounds(
      times.map(({ editMs }) => editMs),
      raw,
    ),
  };
}

interface KeyRound {
  readonly ready: Measured<ReadyTimes>;
  readonly later: LaterTimes;
  readonly heapMb: number;
  readonly parts: PartTimes;
  readonly bytes: number;
  readonly read: Measured<number>;
  readonly parse: Measured<number>;
}

/** Each round opens in a fresh page, as an unlock does after a start of the browser. */
async function fromKey(browser: VaultBrowser, seed: Seed, count: number): Promise<SizeFigures> {
  await browser.anew();
  const filled = await browser.call('fill', seed, count, PER_COMMIT, true);
  const rounds: KeyRound[] = [];
  for (let round = 0; round < SIZE_ROUNDS; round += 1) {
    await browser.anew();
    const bare = await browser.heapMb();
    const ready = await browser.measure('ready', seed);
    const later = await browser.call('afterwards');
    const heapMb = (await browser.heapMb()) - bare;
    await browser.call('leave');
    await browser.anew();
    const parts = await browser.call('parts', seed);
    await browser.anew();
    const bytes = await browser.call('encode', seed);
    const parse = await browser.measure('parse');
    const read = await browser.measure('read');
    rounds.push({ ready, later, heapMb, parts, bytes, read, parse });
  }
  const of = (figure: (round: KeyRound) => number): Spread => spread(rounds.map(figure));
  const searchable = rounds.map(({ ready }) => ready.value.searchableMs);
  const cpu = rounds.map(({ ready }) => ready.cpuMs);
  const beside = (peers: readonly Measured<number>[]): Beside => ({
    ms: ratioOfRounds(
      searchable,
      peers.map(({ value }) => value),
    ),
    cpu: ratioOfRounds(
      cpu,
      peers.map(({ cpuMs }) => cpuMs),
    ),
  });
  return {
    count,
    bytes: middle(rounds.map(({ bytes }) => bytes)),
    load: tenths(loadavg()[0] ?? 0),
    commitsMs: tenths(filled.commitsMs),
    compactMs: tenths(filled.compactMs),
    sessionMs: of(({ ready }) => ready.value.sessionMs),
    usableMs: of(({ ready }) => ready.value.usableMs),
    searchableMs: spread(searchable),
    cpuMs: of(({ ready }) => ready.cpuMs),
    searchMs: of(({ later }) => later.searchMs),
    shelfMs: of(({ parts }) => parts.shelfMs),
    loadMs: of(({ parts }) => parts.loadMs),
    holdMs: of(({ parts }) => parts.holdMs),
    readMs: of(({ read }) => read.value),
    readCpuMs: of(({ read }) => read.cpuMs),
    parseMs: of(({ parse }) => parse.value),
    parseCpuMs: of(({ parse }) => parse.cpuMs),
    heapMb: tenths(middle(rounds.map(({ heapMb }) => heapMb))),
    ratio: beside(rounds.map(({ read }) => read)),
    ratioOfTexts: beside(rounds.map(({ parse }) => parse)),
  };
}

function growth(smaller: SizeFigures, larger: SizeFigures): VaultGrowth {
  const perRecord = (of: (size: SizeFigures) => Spread): number =>
    ratio(of(larger).p50 / larger.count, of(smaller).p50 / smaller.count);
  return {
    from: smaller.count,
    to: larger.count,
    searchable: perRecord(({ searchableMs }) => searchableMs),
    cpu: perRecord(({ cpuMs }) => cpuMs),
  };
}

/** Cost of all rounds except the first. */
function costOf(rounds: readonly Measured<number>[]): Cost {
  const warm = rounds.slice(1);
  return {
    ms: spread(warm.map(({ value }) => value)),
    cpuMs: spread(warm.map(({ cpuMs }) => cpuMs)),
  };
}

function beside(ours: readonly Measured<number>[], theirs: readonly Measured<number>[]): Beside {
  const of = (rounds: readonly Measured<number>[], part: 'value' | 'cpuMs') =>
    rounds.slice(1).map((round) => round[part]);
  return {
    ms: ratioOfRounds(of(ours, 'value'), of(theirs, 'value')),
    cpu: ratioOfRounds(of(ours, 'cpuMs'), of(theirs, 'cpuMs')),
  };
}
