/** The remains of a disposed record, for an attacker with the whole profile and the recovery key. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { endCases } from './end-case.ts';
import { fromSource } from './from-source.ts';
import type { PlantedChange } from './inside/planted.ts';
import { atLeast, exactly, type Finding, type Measure, printed } from './measure.ts';
import { plantedWords } from './planted-words.ts';
import { refusedReferral } from './refused-referral.ts';
import { newGround, openVault } from './vault-browser.ts';

const KEPT = { full: 40, quick: 8 };
const DISPOSALS = { full: 40, quick: 10 };
const IN_BACKUP = { full: 40, quick: 8 };

type Carving = typeof import('./inside/carve.ts');
type Planting = typeof import('./inside/planted.ts');
type Inside = typeof import('./inside/disposal.ts');
type Backup = typeof import('./inside/older-backup.ts');

export const disposal: Measure = {
  name: 'disposal',
  what: 'a disposed record looked for with the recovery key, in everything the browser left',
  async run({ extension, isQuick, say }) {
    const size = isQuick ? 'quick' : 'full';
    const { carve } = await fromSource<Carving>('inside/carve.ts');
    const { plantedRecords } = await fromSource<Planting>('inside/planted.ts');
    const [kept, doomed] = [plantedWords('Halverwicken'), plantedWords('Quenzibaron')];
    const ground = await newGround(extension);
    const earlier = mkdtempSync(join(tmpdir(), 'earlier-'));
    try {
      const first = await openVault(ground, extension);
      const ids: string[] = [];
      const commit = async (page: Page, changes: readonly PlantedChange[]) =>
        askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
      const plantKept = async (page: Page): Promise<void> => {
        for (let made = 0; made < KEPT[size]; made += 1)
          await commit(page, plantedRecords(kept.next, false));
      };
      await plantKept(first.page);
      // One disposed record is in its own save, one in a save with a kept one.
      const alone = plantedRecords(doomed.next, false);
      const beside = plantedRecords(doomed.next, false);
      await commit(first.page, alone);
      await commit(first.page, [...beside, ...plantedRecords(kept.next, false)]);
      ids.push(...[...alone, ...beside].map(({ record }) => record));
      // A disposal compacts: from here on the doomed records are in pages of heads too.
      const decoy = plantedRecords(plantedWords('Brackenmould').next, false);
      await commit(first.page, decoy);
      await disposes(
        first.page,
        decoy.map(({ record }) => record),
        decoy.slice(0, 1),
      );
      for (const [index, { record }] of [...alone.slice(0, 1), ...beside.slice(0, 1)].entries())
        await edits(first.page, record, `${doomed.next()} ${index}`);
      const overwritten = doomed.next();
      await askKeeper(first.page, 'work-save', 'draft', { text: overwritten }, 0);
      await askKeeper(first.page, 'work-save', 'draft', { text: doomed.next() }, 1);
      await plantKept(first.page);
      await first.officer.close();
      cpSync(ground.profile, earlier, { recursive: true });

      const second = await openVault(ground, extension);
      await edits(second.page, ids[0] ?? '', doomed.next());
      await askKeeper(second.page, 'work-discard', 'draft');
      await disposes(second.page, ids, [...alone.slice(0, 1), ...beside.slice(0, 1)]);
      await second.officer.close();

      const before = await carve(earlier, ground.recoveryKey);
      say(`before: ${before.tried} places tried, ${before.opened} values opened`);
      const after = await carve(ground.profile, ground.recoveryKey, before.nonces);
      say(`after: ${after.tried} places tried, ${after.opened} values opened`);
      // The browser decides when an overwritten row is deleted.
      const inBefore = doomed.all.slice(0, -1).filter((word) => word !== overwritten);
      const findings: Finding[] = [
        printed('places at which keys were tried', after.tried),
        printed('slot keys that the vault still has', after.slotKeys),
        printed('values that opened', after.opened),
        printed('sealed values from before that still lie on the disk', after.stillThere),
        exactly('planted words of disposed records found', found(after.text, doomed.all), 0),
        exactly(
          'control, words of kept records found',
          found(after.text, kept.all),
          kept.all.length,
        ),
        exactly(
          'control, before the disposal: words of the disposed records found',
          found(before.text, inBefore),
          inBefore.length,
        ),
      ];
      const inside = await fromSource<Inside>('inside/disposal.ts');
      const guesses = await inside.guess();
      const chain = await inside.chainAfterDisposals(DISPOSALS[size]);
      const words = await inside.heldWords();
      findings.push(
        exactly(
          `guesses of the right content confirmed, by ${guesses.saltsLeft} possible salts`,
          guesses.confirmedAfter,
          0,
        ),
        atLeast('control, before: confirmed by its own salt', guesses.confirmedBefore, 1),
        exactly('chain whole after each disposal', chain.whole, chain.disposals),
        exactly('a hold refuses in words', /hold/i.test(words) ? 'yes' : words, 'yes'),
        ...(await broughtBack(IN_BACKUP[size])),
        ...(await refusedReferral(extension)),
      );
      return findings;
    } finally {
      await ground.remove();
      rmSync(earlier, { recursive: true, force: true });
    }
  },
};

async function broughtBack(count: number): Promise<readonly Finding[]> {
  const { olderBackup } = await fromSource<Backup>('inside/older-backup.ts');
  const { disposed, kept, withList, withoutList, intoTheVault, namesInList } =
    await olderBackup(count);
  return [
    exactly('names in the disposal list', namesInList, 0),
    exactly('older backup, with the disposal list: disposed records', withList.disposed, 0),
    exactly('older backup, with the disposal list: kept records', withList.kept, kept),
    exactly(
      'older backup, into the vault that went on: disposed records',
      intoTheVault.disposed,
      0,
    ),
    exactly('older backup, into the vault that went on: kept records', intoTheVault.kept, kept),
    exactly(
      'control, older backup without the list: disposed records',
      withoutList.disposed,
      disposed,
    ),
  ];
}

/** Disposes of the records, once the cases of their subjects have ended. */
async function disposes(
  page: Page,
  ids: readonly string[],
  subjects: readonly { readonly record: string }[],
): Promise<void> {
  const ended = await endCases(
    page,
    subjects.map(({ record }) => record),
  );
  await askKeeper(page, 'dispose', [...new Set([...ids, ...ended])], 'retention');
}

async function edits(page: Page, record: string, name: string): Promise<void> {
  const held = (await askKeeper(page, 'get', 'subject', record)) as { heads: string[] };
  const changes = [{ kind: 'subject', record, parents: held.heads, set: { name } }];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

function found(text: string, words: readonly string[]): number {
  // An email address is stored in lower case.
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word.toLowerCase())).length;
}
