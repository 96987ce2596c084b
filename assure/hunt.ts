/** A thousand words that exist only in the vault, in every kind of record and of work: none of them is on the disk. */
import { askKeeper, recordsHeld } from '../packages/extension/e2e/keeper-ask.ts';
import { type Hit, huntProfile } from '../packages/extension/e2e/profile-hunt.ts';
import { attachFile, readAttached } from './attached.ts';
import { fromSource } from './from-source.ts';
import { atLeast, exactly, type Finding, type Measure, printed } from './measure.ts';
import { plantedWords } from './planted-words.ts';
import { unsealedBuild } from './unsealed.ts';
import { cutPower, locks, newGround, openVault } from './vault-browser.ts';

const STEM = 'Quorvexitol';
const WORDS = { full: 1000, quick: 1000 };
const IN_WORK = 100;
const IN_LOG = 20;
const IN_FILES = 20;

export const hunt: Measure = {
  name: 'hunt',
  what: 'planted words searched for in the whole profile: unlocked, locked, after SIGKILL',
  async run({ extension, isQuick, say }) {
    const words = isQuick ? WORDS.quick : WORDS.full;
    const found = await plantAndHunt(extension, words);
    say(`${found.planted} words planted`);
    const variant = unsealedBuild(extension);
    try {
      const control = await plantAndHunt(variant.dir, 120);
      const findings: Finding[] = [
        atLeast('words planted, over every kind of record and of work', found.planted, words),
        exactly('of them read back from the open vault', found.readBack, found.planted),
      ];
      for (const [when, hits] of Object.entries(found.hits))
        findings.push(exactly(`hits, ${when}`, hits.length === 0 ? 0 : shown(hits), 0));
      findings.push(
        printed('control, nothing sealed: hits while unlocked', control.hits.unlocked.length),
        atLeast('control, nothing sealed: hits after SIGKILL', control.hits.killed.length, 1),
      );
      return findings;
    } finally {
      variant.remove();
    }
  },
};

interface Hunted {
  readonly planted: number;
  readonly readBack: number;
  readonly hits: Readonly<Record<'unlocked' | 'locked' | 'killed', readonly Hit[]>>;
}

async function plantAndHunt(extension: string, count: number): Promise<Hunted> {
  const { plantedRecords } =
    await fromSource<typeof import('./inside/planted.ts')>('inside/planted.ts');
  const ground = await newGround(extension);
  const { officer, page } = await openVault(ground, extension);
  try {
    const words = plantedWords(STEM);
    const inWork = Math.min(IN_WORK, Math.ceil(count / 4));
    for (let piece = 0; piece < inWork; piece += 2)
      await askKeeper(
        page,
        'work-save',
        piece === 0 ? 'draft' : `form ${words.next()}`,
        {
          snapshot: `Full name: ${words.next()}`,
        },
        0,
      );
    for (let entry = 0; entry < IN_LOG; entry += 1)
      await askKeeper(page, 'checkpoint', {
        of: 'file',
        reason: 'disclosure',
        recipients: ['partner-agency', `case-summary-${words.next()}.html`],
      });
    while (words.all.length < count)
      await askKeeper(page, 'commit', crypto.randomUUID(), {
        changes: plantedRecords(words.next),
        reason: 'case-work',
      });
    const files: string[] = [];
    const { subject: people } = await recordsHeld(page);
    for (const { id } of people.slice(0, IN_FILES))
      files.push((await attachFile(page, id, words.next(), words.next())).record);
    const keys = (await askKeeper(page, 'work-keys')) as readonly string[];
    const held = [await recordsHeld(page), await askKeeper(page, 'audit'), keys];
    for (const key of keys) held.push(await askKeeper(page, 'work-load', key));
    held.push(await askKeeper(page, 'query', 'attachment', {}));
    for (const file of files) held.push(await readAttached(page, file));
    const text = JSON.stringify(held).toLowerCase();
    const readBack = words.all.filter((word) => text.includes(word.toLowerCase())).length;

    // All words have the same beginning, so one search finds any of them.
    const search = (): readonly Hit[] => huntProfile(ground.profile, [STEM]);
    const unlocked = search();
    const again = await locks({ officer, page });
    const locked = search();
    await askKeeper(again, 'unlock', 'practice', { recoveryKey: ground.recoveryKey });
    await cutPower(officer);
    const killed = search();
    return { planted: words.all.length, readBack, hits: { unlocked, locked, killed } };
  } finally {
    await officer.kill();
    await ground.remove();
  }
}

function shown(hits: readonly Hit[]): string {
  return hits
    .slice(0, 3)
    .map(({ file, as, near }) => `${file} (${as}): ${near}`)
    .join('; ');
}
