/**
 * Copies of pages and attached files, in a real browser: none of their content is on the disk in clear, they survive
 * kills, and disposal leaves no key of them.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { huntProfile } from '../packages/extension/e2e/profile-hunt.ts';
import { type AttachedFile, attachFile, filesIn, readAttached } from './attached.ts';
import { endCases } from './end-case.ts';
import { fromSource } from './from-source.ts';
import { atLeast, exactly, type Measure, printed } from './measure.ts';
import { plantedWords } from './planted-words.ts';
import { putBlob } from './put-blob.ts';
import { cutPower, newGround, openVault } from './vault-browser.ts';

const COPIES = { full: 20, quick: 12 };
const KILLS = { full: 20, quick: 3 };
const REASON = 'case-work';

type Carving = typeof import('./inside/carve.ts');
type Building = typeof import('./inside/planted-copy.ts');

interface Copy {
  readonly record: string;
  readonly blob: string;
  readonly word: string;
  readonly text: string;
}

export const blobs: Measure = {
  name: 'blobs',
  what: 'copies of pages and attached files searched for in the profile, killed while they are kept, and looked for with the recovery key once disposed of',
  async run({ extension, isQuick, say }) {
    const size = isQuick ? 'quick' : 'full';
    const { carve } = await fromSource<Carving>('inside/carve.ts');
    const { captureNaming, personFrom } = await fromSource<Building>('inside/planted-copy.ts');
    const [kept, doomed] = [plantedWords('Halverwicken'), plantedWords('Quenzibaron')];
    const ground = await newGround(extension);
    const earlier = mkdtempSync(join(tmpdir(), 'earlier-'));
    const keep = async (page: Page, word: string): Promise<Copy> => {
      const text = `{"said":"${word} ${'of the page '.repeat(400)}"}`;
      const blob = await putBlob(page, text);
      const change = captureNaming(blob);
      await askKeeper(page, 'commit', crypto.randomUUID(), { changes: [change], reason: REASON });
      return { record: change.record, blob, word, text };
    };
    try {
      const copies: Copy[] = [];
      const dying: Copy[] = [];
      const [held, going]: [AttachedFile[], AttachedFile[]] = [[], []];
      const [staying, leaving] = [personFrom([]), personFrom([])];
      let lost = 0;
      let hits = 0;
      for (let kill = 0; kill < KILLS[size]; kill += 1) {
        const { officer, page } = await openVault(ground, extension);
        if (kill === 0)
          await askKeeper(page, 'commit', crypto.randomUUID(), {
            changes: [staying, leaving],
            reason: REASON,
          });
        held.push(await attachFile(page, staying.record, kept.next()));
        going.push(await attachFile(page, leaving.record, doomed.next()));
        for (const copy of copies) if (!(await isThere(page, copy))) lost += 1;
        const each = Math.ceil(COPIES[size] / KILLS[size]);
        for (let made = 0; made < each; made += 1) {
          copies.push(await keep(page, kept.next()));
          dying.push(await keep(page, doomed.next()));
        }
        // In progress at the power cut: kept or not, everything acknowledged before must be there.
        void keep(page, kept.next()).catch(() => undefined);
        await cutPower(officer);
        hits += huntProfile(ground.profile, ['Halverwicken', 'Quenzibaron']).length;
      }
      say(
        `${copies.length + dying.length} copies and ${held.length + going.length} files kept, ${KILLS[size]} kills`,
      );
      cpSync(ground.profile, earlier, { recursive: true });

      const { officer, page } = await openVault(ground, extension);
      for (const copy of [...copies, ...dying]) if (!(await isThere(page, copy))) lost += 1;
      for (const { record, word } of [...held, ...going])
        if (!(await readAttached(page, record)).startsWith(word)) lost += 1;
      const gone = dying.map(({ record }) => record);
      const person = personFrom(gone);
      await askKeeper(page, 'commit', crypto.randomUUID(), { changes: [person], reason: REASON });
      const ended = await endCases(page, [person.record, leaving.record]);
      const files = going.map(({ record }) => record);
      await askKeeper(page, 'dispose', [...ended, ...gone, ...files], 'retention');
      const named = (await askKeeper(page, 'blobs')) as readonly string[];
      let refused = 0;
      for (const { record, blob } of dying)
        await askKeeper(page, 'blob-consult', record, blob, REASON).catch(() => {
          refused += 1;
        });
      let given = 0;
      for (const { record } of going) if ((await readAttached(page, record)) !== '') given += 1;
      await officer.close();
      const before = await carve(earlier, ground.recoveryKey);
      const after = await carve(ground.profile, ground.recoveryKey, before.nonces);
      const words = dying.map(({ word }) => word);
      const still = copies.map(({ word }) => word);
      return [
        exactly('words of copies found in the profile as it lies, after each kill', hits, 0),
        exactly('acknowledged copies and files lost over the kills', lost, 0),
        exactly('disposed copies given out', dying.length - refused, 0),
        exactly(
          'of their names still named',
          dying.filter(({ blob }) => named.includes(blob)).length,
          0,
        ),
        exactly('disposed files given out', given, 0),
        exactly('disposed files found, with the recovery key', filesIn(after.text, going), 0),
        exactly('control, kept files found so', filesIn(after.text, held), held.length),
        exactly(
          'control, before the disposal: the disposed files found',
          filesIn(before.text, going),
          going.length,
        ),
        printed('sealed values from before that still lie on the disk', after.stillThere),
        exactly(
          'words of disposed copies found, with the recovery key',
          found(after.text, words),
          0,
        ),
        exactly('control, words of kept copies found so', found(after.text, still), still.length),
        atLeast(
          'control, before the disposal: words of the disposed copies found',
          found(before.text, words),
          words.length,
        ),
      ];
    } finally {
      await ground.remove();
      rmSync(earlier, { recursive: true, force: true });
    }
  },
};

async function isThere(page: Page, { record, blob, text }: Copy): Promise<boolean> {
  // Bytes come out of the page as an object of numbers.
  const given = await askKeeper(page, 'blob-consult', record, blob, REASON).catch(() => undefined);
  return Buffer.from(Object.values(Object(given)) as number[]).toString('utf8') === text;
}

function found(text: string, words: readonly string[]): number {
  return words.filter((word) => text.includes(word)).length;
}
