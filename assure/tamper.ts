/**
 * The data on the disk is altered, moved, restored from yesterday, or made cheap to try, by an attacker without a key.
 */
import { fromSource, type Removal } from './from-source.ts';
import { atLeast, exactly, type Finding, type Measure, printed } from './measure.ts';
import { putBackInProfile } from './put-back.ts';

const FLIP_STEP = { full: 1, quick: 24 };
const FRAME_STEP = { full: 1, quick: 96 };
const SWAPS = { full: 4950, quick: 120 };

const UNBOUND_SEAL: Removal = {
  file: 'packages/extension/src/vault/seal.ts',
  text: "name: 'AES-GCM', iv, additionalData,",
  by: "name: 'AES-GCM', iv,",
};
/** Sealing that binds nothing to its place, and a reader that does not check the place. */
const UNBOUND: readonly Removal[] = [
  UNBOUND_SEAL,
  {
    file: 'packages/extension/src/storage/sealed-entry.ts',
    text: ' || entry.output.batch.header.seq !== seq',
    by: '',
  },
];
/** No authenticated data next to the bytes: they open in any place, and a file behind any head. */
const UNAUTHENTICATED: readonly Removal[] = [
  UNBOUND_SEAL,
  {
    file: 'packages/extension/src/vault/chunk-seal.ts',
    text: "name: 'AES-GCM', iv, additionalData: clear,",
    by: "name: 'AES-GCM', iv,",
  },
];
/** No cipher at all: altered bytes open altered. */
const UNSEALED: readonly Removal[] = [
  {
    file: 'packages/extension/src/vault/seal.ts',
    text: 'crypto.subtle.encrypt(parameters(iv, place), key, padded)',
    by: 'Promise.resolve(Uint8Array.from([...padded, ...new Uint8Array(16)]).buffer)',
  },
  {
    file: 'packages/extension/src/vault/seal.ts',
    text: 'crypto.subtle.decrypt(parameters(iv, place), key, ciphertext)',
    by: 'Promise.resolve(ciphertext.slice(0, -16))',
  },
];
/** Any header is trusted. */
const FLOORLESS: readonly Removal[] = [
  {
    file: 'packages/extension/src/vault/derivation.ts',
    text: 'v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))',
    by: 'v.pipe(v.number(), v.integer(), v.maxValue(most))',
  },
];

type Inside = typeof import('./inside/tamper.ts');

export const tamper: Measure = {
  name: 'tamper',
  what: 'sealed bytes altered, moved, put back from yesterday; the passphrase made cheap to try',
  async run({ extension, isQuick, say }) {
    const size = isQuick ? 'quick' : 'full';
    const inside = await fromSource<Inside>('inside/tamper.ts');
    const findings: Finding[] = [];

    const flips = await inside.flipBatch(FLIP_STEP[size]);
    findings.push(
      printed('bytes of a sealed batch altered', flips.tried),
      exactly('altered in one copy: repaired', flips.repaired, flips.tried),
      exactly('altered in both copies: refused', flips.refused, flips.tried),
      exactly('times that another batch did not open beside it', flips.othersLost, 0),
    );
    say(`${flips.tried} bytes of a batch altered`);
    const frames = await inside.flipFrame(FRAME_STEP[size]);
    findings.push(
      exactly('bytes of a journal’s frame altered: mended', frames.mended, frames.tried),
    );
    say(`${frames.tried} bytes of a frame altered`);
    const swaps = await inside.swapBatches(100, SWAPS[size]);
    findings.push(
      exactly('pairs among 100 batches swapped: detected', swaps.detected, swaps.tried),
      exactly('keys swapped between slots', await inside.swapSlots(), 'CP_VAULT_UNREADABLE'),
    );
    say(`${swaps.tried} pairs swapped`);
    // The inner sequence also exposes a swap; only the authenticated place exposes this.
    const elsewhere = await inside.openElsewhere();
    findings.push(
      exactly('opened in a place that is not theirs: refused', elsewhere.refused, elsewhere.tried),
    );
    const back = await inside.putYesterdayBack();
    findings.push(
      exactly('both stores put back, today’s mark outside', back.both, 'CP_STORE_CHAIN_BROKEN'),
      exactly('both stores put back, neither mark there', back.unmarked, 'CP_STORE_CHAIN_BROKEN'),
      exactly('IndexedDB alone put back: records there', back.databaseAlone, back.wanted),
      exactly('journal alone put back: records there', back.journalAlone, back.wanted),
      exactly(
        'control, mark put back too: opens with yesterday’s',
        back.withTheMark,
        back.yesterday,
      ),
    );
    findings.push(...(await putBackInProfile(extension)));
    say('yesterday put back into a profile');
    for (const { what, state, derivations } of await inside.lowerFloor())
      findings.push(
        what.startsWith('control')
          ? exactly(`${what}: derivations`, derivations, 1)
          : exactly(`${what}: state, derivations`, `${state}, ${derivations}`, 'damaged, 0'),
      );

    const unbound = await (await fromSource<Inside>('inside/tamper.ts', UNBOUND)).swapBatches(
      8,
      28,
    );
    const open = await (
      await fromSource<Inside>('inside/tamper.ts', UNAUTHENTICATED)
    ).openElsewhere();
    const unsealed = await (await fromSource<Inside>('inside/tamper.ts', UNSEALED)).flipBatch(96);
    const floorless = await (await fromSource<Inside>('inside/tamper.ts', FLOORLESS)).lowerFloor();
    findings.push(
      atLeast(
        'control, bound to no place: swaps not detected',
        unbound.tried - unbound.detected,
        1,
      ),
      exactly('control, nothing authenticated: refused in another place', open.refused, 0),
      atLeast('control, nothing sealed: not refused', unsealed.tried - unsealed.refused, 1),
      atLeast(
        'control, no floor: derivations from a lowered header',
        floorless
          .filter(({ what }) => !what.startsWith('control'))
          .reduce((sum, one) => sum + one.derivations, 0),
        1,
      ),
    );
    return findings;
  },
};
