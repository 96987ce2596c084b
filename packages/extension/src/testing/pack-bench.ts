/** Packs of two fictional issuers on a clock that a test sets, and the officer who compares a key and takes one in. */
import type { Code, PlainDate } from '@cyber-prevent/core';
import { expect } from 'vitest';
import type { KeeperConnection } from '../keeper/client/client.js';
import { browserHost } from '../keeper/host.js';
import { type PackDesk, packDesk } from '../keeper/packs/pack-desk.js';
import { NO_POLICY } from '../keeper/policy.js';
import type { PackPin, PackPolicy } from '../ports/packs.js';
import { type MemoryWork, memoryWork } from './memory-work.js';
import { day, signedPack, type TestIssuer, testIssuer, written } from './packs-under-test.js';

export const FORCE = await testIssuer('Wendingshire cyber unit');
export const NATION = await testIssuer('The national unit');

/** Answers of an officer who has compared the key. */
export const AS_FORCE: PackPin = { rank: 'force', compared: 'same' };
export const AS_NATION: PackPin = { rank: 'national', compared: 'same' };

export const NO_PACKS: PackPolicy = { isOnly: false, issuers: [], files: [], recalls: [] };

/** A host at noon of the day. */
export function hostOn(today: () => PlainDate) {
  const { digest } = browserHost();
  const now = () => browserHost(() => new Date(`${today()}T12:00:00Z`)).clock.now();
  return { digest, clock: { today, now } };
}

export const necessity = (label: string, version = '1.0.0', code = 'our-purpose') =>
  written(
    'code-list',
    'necessity',
    { id: 'necessity', title: 'Why it is needed here', codes: [{ code, label }] },
    { version },
  );

/** A limit for the first contact. */
export const limits = (workingDays: number, version = '1.0.0') =>
  written(
    'time-limits',
    'our-limits',
    [
      {
        id: 'first-contact',
        workingDays,
        words: `The first contact is within ${workingDays} working days`,
      },
    ],
    { version },
  );

export const pack = (
  definitions: readonly object[],
  version = 1,
  issuer: TestIssuer = FORCE,
  more: Parameters<typeof signedPack>[2] = {},
) => signedPack(issuer, definitions, { version, ...more });

/** Previews and takes in, as an officer does who has seen the changes. */
export async function takesInAt(desk: PackDesk, text: string, pin: PackPin | undefined) {
  const preview = await desk.preview(text, pin);
  return preview.ok ? desk.take(text, pin, preview.value.shown) : preview;
}

/** The same by way of a page; a pack that is not taken in fails the test. */
export async function takesInBy(
  { ask }: Pick<KeeperConnection, 'ask'>,
  text: string,
  pin: PackPin = AS_FORCE,
): Promise<void> {
  const preview = await ask('pack-preview', [text, pin]);
  if (!preview.ok) throw new Error(preview.issues.map(({ message }) => message).join(' '));
  expect(await ask('pack-take', [text, pin, preview.value.shown])).toMatchObject({ ok: true });
}

export interface DeskBench {
  today: PlainDate;
  /** The policy of the force about packs, or its failure. */
  given: PackPolicy | Error | undefined;
  readonly work: MemoryWork;
  /** The desk; {@link reopen} makes it anew over the same work. */
  readonly desk: PackDesk;
  reopen(): void;
  takesIn(text: string, pin: PackPin | undefined): ReturnType<typeof takesInAt>;
  /** A code of the list of purposes. */
  labelOf(code: string): Promise<Code | undefined>;
}

/** @returns a desk without packs on 1 December 2026 */
export function deskBench(): DeskBench {
  const work = memoryWork();
  const open = (): PackDesk =>
    packDesk({
      work,
      host: hostOn(() => bench.today),
      policy: async () => {
        if (bench.given instanceof Error) throw bench.given;
        return { ...NO_POLICY, ...(bench.given ? { packs: bench.given } : {}) };
      },
    });
  let desk: PackDesk;
  const bench: DeskBench = {
    today: day('2026-12-01'),
    given: undefined,
    work,
    get desk() {
      return desk;
    },
    reopen() {
      desk = open();
    },
    takesIn: (text, pin) => takesInAt(bench.desk, text, pin),
    async labelOf(code) {
      const { lists } = await bench.desk.here();
      return lists.get('necessity')?.codes.find((each) => each.code === code);
    },
  };
  desk = open();
  return bench;
}

/** Codes of the issues of an answer. */
export const codesOf = async (
  answer: Promise<{ readonly issues: readonly { readonly code: string }[] }>,
) => (await answer).issues.map(({ code }) => code);

/** An issuer as a policy names it. */
export async function pinnedByPolicy(issuer: TestIssuer, rank: 'force' | 'national' = 'force') {
  const fingerprint = await browserHost().digest(issuer.signingKey);
  return { fingerprint, name: issuer.name, rank };
}
