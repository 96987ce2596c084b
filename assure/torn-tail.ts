/**
 * The fault that empties IndexedDB: a log whose last bytes never reached the disk, one session that writes after it, and
 * the next start. Every wipe must be told, and everything be there again from the journal.
 */
import { rmSync } from 'node:fs';
import { exactly, type Measure, told } from './measure.ts';
import { cutTail, databaseFiles, privateFolder } from './profile-files.ts';
import {
  commitsOn,
  type Ground,
  lostOf,
  newGround,
  type OpenVault,
  openVault,
  partsHeld,
} from './vault-browser.ts';

const INJECTIONS = { full: 20, quick: 2 };

export const tornTail: Measure = {
  name: 'torn-tail',
  what: 'torn tails of the IndexedDB log, two starts each',
  async run({ extension, isQuick, say }) {
    const injections = isQuick ? INJECTIONS.quick : INJECTIONS.full;
    const count = { kept: 0, lost: 0, wipes: 0, toldOf: 0 };
    for (let done = 0; done < injections; done += 1) {
      const ground = await newGround(extension);
      const kept = new Set<number>();
      await session(ground, kept, 1, 20);
      tear(ground.profile);
      // The browser may meet the tear in the next start already, where it opens its log a second time.
      const before = await session(ground, kept, 101, 5);
      const { officer, page, notices } = await openVault(ground, extension);
      const parts = await partsHeld(page);
      const recovered = [...before, ...notices].find(({ code }) => code === 'records-recovered');
      if (recovered) count.toldOf += 1;
      if (recovered && /(\d+) saves? (?:was|were) put back/.test(recovered.message))
        count.wipes += 1;
      count.kept += kept.size;
      count.lost += lostOf(kept, parts);
      await officer.close();
      ground.remove();
      say(
        `${done + 1} of ${injections}: ${recovered?.message ?? 'nothing was lost by the browser'}`,
      );
    }
    const control = await withoutJournal();
    return [
      told('injections', injections),
      told('acknowledged commits', count.kept),
      exactly('acknowledged commits lost', count.lost, 0),
      exactly('starts that told of the loss', count.toldOf, injections),
      exactly(
        'control, journal taken away: does not open, and is not taken for new',
        control,
        'refused',
      ),
    ];

    /** Commits `many` and closes as an officer does. @returns what was told at the start */
    async function session(
      ground: Ground,
      kept: Set<number>,
      from: number,
      many: number,
    ): Promise<OpenVault['notices']> {
      const { officer, page, notices } = await openVault(ground, extension);
      let enough: () => void = () => undefined;
      const reached = new Promise<void>((resolve) => {
        enough = resolve;
      });
      let here = 0;
      await commitsOn(page, from, (number) => {
        kept.add(number);
        here += 1;
        if (here === many) enough();
      });
      await reached;
      await officer.close();
      return notices;
    }
    async function withoutJournal(): Promise<string> {
      const ground = await newGround(extension);
      const kept = new Set<number>();
      await session(ground, kept, 1, 20);
      tear(ground.profile);
      await session(ground, kept, 101, 5);
      rmSync(privateFolder(ground.profile), { recursive: true, force: true });
      const opened = await openVault(ground, extension).then(
        async ({ officer, page }) => {
          const parts = await partsHeld(page);
          await officer.close();
          return `opened with ${parts.size} commits`;
        },
        (error: unknown) => (/No vault|not set up/i.test(String(error)) ? 'new' : 'refused'),
      );
      ground.remove();
      return opened;
    }
  },
};

function tear(profile: string): void {
  const [log] = databaseFiles(profile, '.log');
  if (log === undefined) throw new Error('IndexedDB has no log');
  cutTail(log, 1 + Math.floor(Math.random() * 2000));
}
