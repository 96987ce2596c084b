/**
 * Copies of pages, in a real browser: none of their content is on the disk in clear, they survive kills, and disposal
 * leaves no key of them.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { huntProfile } from '../packages/extension/e2e/profile-hunt.ts';
import { endCases } from './end-case.ts';
import { fromSource } from './from-source.ts';
import { atLeast, exactly, type Measure, printed } from './measure.ts';
import { plantedWords } from './planted-words.ts';
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
  what: 'copies of pages searched for in the profile, killed while they are kept, and looked for with the recovery key once disposed of',
  async run({ extension, isQuick, say }) {
    const size = isQuick ? 'quick' : 'full';
    const { carve } = await fromSource<Carving>('inside/carve.ts');
    const { captureNaming, personFrom } = await fromSource<Building>('inside/planted-copy.ts');
    const [kept, doomed] = [plantedWords('Halverwicken'), plantedWords('Quenzibaron')];
    const ground = await newGround(extension);
    const earlier = mkdtempSync(join(tmpdir(), 'earlier-'));
    const keep = async (page: Page, word: string): Promise<Copy> => {
      const text = `{"said":"${word} ${'of the page '.repeat(400)}"}`;
      const blob = await put(page, text);
      const change = captureNaming(blob);
      await askKeeper(page, 'commit', crypto.randomUUID(), { changes: [change], reason: REASON });
      return { record: change.record, blob, word, text };
    };
    try {
      const copies: Copy[] = [];
      const dying: Copy[] = [];
      let lost = 0;
      let hits = 0;
      for (let kill = 0; kill < KILLS[size]; kill += 1) {
        const { officer, page } = await openVault(ground, extension);
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
      say(`${copies.length + dying.length} copies kept, ${KILLS[size]} kills`);
      cpSync(ground.profile, earlier, { recursive: true });

      const { officer, page } = await openVault(ground, extension);
      for (const copy of [...copies, ...dying]) if (!(await isThere(page, copy))) lost += 1;
      const gone = dying.map(({ record }) => record);
      const person = personFrom(gone);
      await askKeeper(page, 'commit', crypto.randomUUID(), { changes: [person], reason: REASON });
      const ended = await endCases(page, [person.record]);
      await askKeeper(page, 'dispose', [...ended, ...gone], 'retention');
      const named = (await askKeeper(page, 'blobs')) as readonly string[];
      let refused = 0;
      for (const { record, blob } of dying)
        await askKeeper(page, 'blob-consult', record, blob, REASON).catch(() => {
          refused += 1;
        });
      await officer.close();
      const before = await carve(earlier, ground.recoveryKey);
      const after = await carve(ground.profile, ground.recoveryKey, before.nonces);
      const words = dying.map(({ word }) => word);
      const still = copies.map(({ word }) => word);
      return [
        exactly('words of copies found in the profile as it lies, after each kill', hits, 0),
        exactly('acknowledged copies lost over the kills', lost, 0),
        exactly('disposed copies given out', dying.length - refused, 0),
        exactly(
          'of their names still named',
          dying.filter(({ blob }) => named.includes(blob)).length,
          0,
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

/** Bytes do not go into a page as they are: they are made there. */
function put(page: Page, text: string): Promise<string> {
  return page.evaluate(
    (said) =>
      new Promise<string>((resolve, reject) => {
        const channel = new BroadcastChannel('cp-keeper');
        const [client, id] = [crypto.randomUUID(), crypto.randomUUID()];
        channel.onmessage = ({ data }) => {
          if (data.id !== id || (data.name !== 'done' && data.name !== 'failed')) return;
          channel.close();
          if (data.name === 'done') resolve(data.value);
          else reject(new Error(data.message));
        };
        const args = [new TextEncoder().encode(said)];
        channel.postMessage({ to: 'keeper', client, id, verb: 'blob-put', args });
      }),
    text,
  );
}

function found(text: string, words: readonly string[]): number {
  return words.filter((word) => text.includes(word)).length;
}
