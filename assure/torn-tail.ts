/**
 * The fault that empties IndexedDB: a log whose last bytes never reached the disk, one session that writes after it,
 * and the next start. Every wipe must be reported, and everything must be restored from the journal.
 */
import { rmSync, statSync } from 'node:fs';
import { exactly, type Measure, printed } from './measure.ts';
import { cutTail, databaseFiles, privateFolder } from './profile-files.ts';
import {
  commitsOn,
  type Ground,
  isLoss,
  lostOf,
  newGround,
  type OpenVault,
  openVault,
  partsHeld,
  toldOfLoss,
} from './vault-browser.ts';

const INJECTIONS = { full: 20, quick: 2 };
/** Most cuts per required hit. */
const MOST_CUTS = 5;

export const tornTail: Measure = {
  name: 'torn-tail',
  what: 'torn tails of the IndexedDB log, two starts each',
  async run({ extension, isQuick, say }) {
    const injections = isQuick ? INJECTIONS.quick : INJECTIONS.full;
    const count = { cuts: 0, hits: 0, kept: 0, lost: 0, starts: 0, toldOf: 0 };
    // The cut bytes may be in a table already: a cut counts only if the browser's own database then lacked entries.
    while (count.hits < injections && count.cuts < MOST_CUTS * injections) {
      count.cuts += 1;
      const ground = await newGround(extension);
      const kept = new Set<number>();
      await session(ground, kept, 1, 20);
      const cut = tear(ground.profile);
      // The browser may already meet the tear in the next start, when it opens its log a second time.
      const next = await session(ground, kept, 101, 5);
      const last = await openVault(ground, extension);
      const parts = await partsHeld(last.page);
      const losses = [next, last].filter(({ putBack }) => isLoss(putBack));
      count.kept += kept.size;
      count.lost += lostOf(kept, parts);
      if (losses.length > 0) count.hits += 1;
      count.starts += losses.length;
      count.toldOf += losses.filter(toldOfLoss).length;
      await last.officer.close();
      await ground.remove();
      say(
        `${count.hits} of ${injections}: ${cut}; put back at the next start ${next.putBack}, at the one after it ${last.putBack}; told at ${count.toldOf} of ${count.starts}`,
      );
    }
    const control = await withoutJournal();
    return [
      printed('cuts', count.cuts),
      exactly('cuts after which the database had lost entries', count.hits, injections),
      printed('acknowledged commits', count.kept),
      exactly('acknowledged commits lost', count.lost, 0),
      exactly('starts that told of the loss', count.toldOf, count.starts),
      exactly(
        'control, journal taken away: does not open, and is not taken for new',
        control,
        'refused',
      ),
    ];

    /** Commits `many` and closes as an officer does. @returns the start, with its notices */
    async function session(
      ground: Ground,
      kept: Set<number>,
      from: number,
      many: number,
    ): Promise<OpenVault> {
      const opened = await openVault(ground, extension);
      let enough: () => void = () => undefined;
      const reached = new Promise<void>((resolve) => {
        enough = resolve;
      });
      let here = 0;
      await commitsOn(opened.page, from, (number) => {
        kept.add(number);
        here += 1;
        if (here === many) enough();
      });
      await reached;
      await opened.officer.close();
      return opened;
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
      await ground.remove();
      return opened;
    }
  },
};

/** @returns the cut, in words */
function tear(profile: string): string {
  const [log] = databaseFiles(profile, '.log');
  if (log === undefined) throw new Error('IndexedDB has no log');
  const had = statSync(log).size;
  const bytes = 1 + Math.floor(Math.random() * 2000);
  cutTail(log, bytes);
  return `${Math.min(had, bytes)} of ${had} bytes of the log cut`;
}
