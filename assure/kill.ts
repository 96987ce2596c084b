/** Power cuts during writes, as SIGKILL of the whole browser: nothing that was acknowledged may be lost, nothing half kept. */
import { exactly, type Finding, type Measure, told } from './measure.ts';
import {
  commitsOn,
  cutPower,
  type Ground,
  newGround,
  openVault,
  partsHeld,
} from './vault-browser.ts';

const KILLS = { full: 300, quick: 6 };
/** Kills on one profile before a new one is begun: what is read back stays small. */
const KILLS_ON_ONE = 30;
const PARTS = 3;

export const kill: Measure = {
  name: 'kill',
  what: 'SIGKILL of Chromium during writes',
  async run({ extension, isQuick, say }) {
    const kills = isQuick ? KILLS.quick : KILLS.full;
    const count = { kept: 0, lost: 0, half: 0, wipes: 0, byJournal: 0, refused: 0 };
    let ground: Ground | undefined;
    let kept = new Set<number>();
    let next = 1;
    for (let done = 0; done < kills; done += 1) {
      if (done % KILLS_ON_ONE === 0) {
        if (ground) await lookAt(ground);
        ground?.remove();
        ground = await newGround(extension);
        kept = new Set();
        next = 1;
      }
      if (!ground) throw new Error('No profile');
      const vault = await openChecked(ground);
      await commitsOn(vault.page, next, (number) => {
        kept.add(number);
        next = number + 1;
      });
      await new Promise((wait) => setTimeout(wait, 150 + Math.random() * 700));
      await cutPower(vault.officer);
      // The one under way when the power went may be there or not: its number is not used again.
      next += 1;
      if ((done + 1) % 10 === 0) say(`${done + 1} kills, ${kept.size} kept on this profile`);
    }
    if (ground) await lookAt(ground);
    ground?.remove();
    const findings: Finding[] = [
      told('kills', kills),
      told('acknowledged commits', count.kept),
      exactly('acknowledged commits lost', count.lost, 0),
      exactly('half commits', count.half, 0),
      exactly('starts that did not open', count.refused, 0),
      told('starts at which the database had lost saves', count.wipes),
      told('saves that would have been lost without the journal', count.byJournal),
    ];
    return findings;

    async function openChecked(on: Ground) {
      const vault = await openVault(on, extension).catch((error: unknown) => {
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
    async function lookAt(on: Ground): Promise<void> {
      const { officer, page } = await openChecked(on);
      const parts = await partsHeld(page);
      count.kept += kept.size;
      count.lost += [...kept].filter((number) => parts.get(number) !== PARTS).length;
      count.half += [...parts.values()].filter((held) => held !== PARTS).length;
      await officer.close();
    }
  },
};
