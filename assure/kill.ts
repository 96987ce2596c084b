/** Power cuts during writes, as SIGKILL of the whole browser: nothing acknowledged may be lost, nothing half kept. */
import { rmSync, truncateSync } from 'node:fs';
import { atLeast, exactly, type Finding, type Measure, printed } from './measure.ts';
import { databaseFolder, FRONT_BYTES, privateFiles } from './profile-files.ts';
import { hastyBuild } from './undefended.ts';
import {
  commitsApart,
  commitsOn,
  cutPower,
  type Ground,
  halfOf,
  lostOf,
  newGround,
  oneMore,
  openVault,
  partsHeld,
} from './vault-browser.ts';

const KILLS = { full: 300, quick: 6 };
/** Kills on one profile before a new one is begun, so that there is little to read back. */
const KILLS_ON_ONE = 30;
const CONTROL_KILLS = 3;
/** Rounds of them, at most: a round without a half commit is chance, ten are a measure that sees none. */
const CONTROL_ROUNDS = 10;

export const kill: Measure = {
  name: 'kill',
  what: 'SIGKILL of Chromium during writes',
  async run({ extension, isQuick, say }) {
    const findings: Finding[] = [];
    const count = { kills: 0, kept: 0, lost: 0, half: 0, wipes: 0, byJournal: 0, refused: 0 };
    const kills = isQuick ? KILLS.quick : KILLS.full;
    for (let done = 0; done < kills; done += KILLS_ON_ONE) {
      const one = await killed(extension, Math.min(KILLS_ON_ONE, kills - done));
      for (const [name, figure] of Object.entries(one.count)) count[name as keyof Count] += figure;
      say(`${count.kills} kills, ${count.kept} kept`);
      if (done + KILLS_ON_ONE >= kills) findings.push(...(await wiped(one, extension)));
      await one.ground.remove();
    }
    findings.unshift(
      printed('kills', count.kills),
      printed('acknowledged commits', count.kept),
      exactly('acknowledged commits lost', count.lost, 0),
      exactly('half commits', count.half, 0),
      exactly('starts that did not open', count.refused, 0),
      printed('starts at which the database had lost saves', count.wipes),
      printed('saves that would have been lost without the journal', count.byJournal),
    );

    const hasty = hastyBuild(extension);
    try {
      const early = await killed(hasty.dir, CONTROL_KILLS);
      await early.ground.remove();
      findings.push(
        atLeast('control, acknowledged before it is kept: commits lost', early.count.lost, 1),
      );
    } finally {
      hasty.remove();
    }
    findings.push(
      atLeast(
        'control, a commit kept in three saves: half commits',
        await halvedApart(extension),
        1,
      ),
    );
    return findings;
  },
};

/** Kills a page that keeps each commit in three saves until one of them is cut in half: a kill may come between two. */
async function halvedApart(extension: string): Promise<number> {
  for (let round = 0; round < CONTROL_ROUNDS; round += 1) {
    const apart = await killed(extension, CONTROL_KILLS, commitsApart);
    await apart.ground.remove();
    if (apart.count.half > 0) return apart.count.half;
  }
  return 0;
}

interface Count {
  kills: number;
  kept: number;
  lost: number;
  half: number;
  wipes: number;
  byJournal: number;
  refused: number;
}

interface Killed {
  readonly ground: Ground;
  readonly count: Count;
  readonly kept: ReadonlySet<number>;
}

/** Commits and is killed, again and again, on one profile. */
async function killed(extension: string, kills: number, commits = commitsOn): Promise<Killed> {
  const ground = await newGround(extension);
  const count = { kills, kept: 0, lost: 0, half: 0, wipes: 0, byJournal: 0, refused: 0 };
  const kept = new Set<number>();
  let next = 1;
  for (let done = 0; done < kills; done += 1) {
    const vault = await opened();
    const before = kept.size;
    await commits(vault.page, next, (number) => {
      kept.add(number);
      next = number + 1;
    });
    await oneMore(kept, before);
    await new Promise((wait) => setTimeout(wait, Math.random() * 700));
    await cutPower(vault.officer);
    // The save in progress at the power cut may be there or not: its number is not used again.
    next += 1;
  }
  const { officer, page } = await opened();
  const parts = await partsHeld(page);
  count.kept = kept.size;
  count.lost = lostOf(kept, parts);
  count.half = halfOf(parts);
  await officer.close();
  return { ground, count, kept };

  async function opened() {
    const vault = await openVault(ground, extension).catch((error: unknown) => {
      count.refused += 1;
      throw error;
    });
    for (const { code, message } of vault.notices) {
      if (code !== 'records-recovered') continue;
      count.wipes += 1;
      count.byJournal += Number(/(\d+) saves? (?:was|were) put back/.exec(message)?.[1] ?? 0);
    }
    return vault;
  }
}

/** Deletes the database like a browser's wipe: with the journal nothing is lost, without it everything. */
async function wiped({ ground, kept }: Killed, extension: string): Promise<readonly Finding[]> {
  const lostNow = async (): Promise<number> => {
    const vault = await openVault(ground, extension).catch((error: unknown) => {
      if (/are missing: the browser has emptied its storage/.test(String(error))) return undefined;
      throw error;
    });
    if (!vault) return kept.size;
    const parts = await partsHeld(vault.page);
    await vault.officer.close();
    return lostOf(kept, parts);
  };
  rmSync(databaseFolder(ground.profile), { recursive: true });
  const withJournal = await lostNow();
  rmSync(databaseFolder(ground.profile), { recursive: true });
  for (const file of privateFiles(ground.profile, 'journal-')) truncateSync(file, FRONT_BYTES);
  const withoutJournal = await lostNow();
  return [
    exactly('IndexedDB taken away after the kills: commits lost', withJournal, 0),
    exactly('control, the journal emptied too: commits lost', withoutJournal, kept.size),
  ];
}
