/** The journal under a stop after any byte, with any part of the unflushed bytes on the disk or not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  asMap,
  contentOf,
  frameOf,
  nameOf,
  only,
  standsIn,
} from '../../testing/journal-under-test.js';
import { type MemoryDisk, memoryDisk } from '../../testing/memory-files.js';
import { type Frame, type Journal, openJournal } from './journal.js';

type Step =
  | { readonly do: 'append'; readonly frames: readonly { seq: number; length: number }[] }
  | { readonly do: 'header'; readonly length: number }
  | { readonly do: 'rewrite'; readonly drops: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      frames: fc.array(fc.record({ seq: fc.integer({ min: 1, max: 9 }), length: fc.nat(1500) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('header' as const), length: fc.nat(2000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rewrite' as const),
      drops: fc.integer({ min: 0, max: 3 }),
    }),
  },
);
const session = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  /** Bytes until the stop; a half of the header alone is 16 KiB, so small and large values are drawn separately. */
  stopAfter: fc.oneof(fc.nat(6_000), fc.nat(200_000)),
});

it('keeps what it acknowledged, whole and as it was, and gives out nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(session, { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.boolean()),
      async (sessions, draws) => {
        const came = (): boolean => draws.next().value ?? false;
        const disk = memoryDisk();
        let header: unknown;
        let kept = new Map<string, string>();
        let mark = 0;

        /** Runs the step; gives the state that may also be found after a stop. */
        const carryOut = (journal: Journal, one: Step): Outcome => {
          if (one.do === 'header') {
            mark += 1;
            const json = { mark, filling: 'x'.repeat(one.length) };
            return { work: journal.setHeader(json), header: json, kept };
          }
          if (one.do === 'rewrite') {
            const isKept = ({ seq }: Pick<Frame, 'seq'>): boolean => seq % 4 !== one.drops;
            const after = [...kept].filter(([name]) => isKept({ seq: Number(name.split(' ')[1]) }));
            return { work: journal.rewrite(only(journal, isKept)), header, kept: new Map(after) };
          }
          const frames = one.frames.map(({ seq, length }) => {
            mark += 1;
            return frameOf(seq, length, mark);
          });
          const after = new Map([...kept, ...asMap(frames)]);
          return { work: journal.append(frames), header, kept: after, frames };
        };

        for (const { steps, stopAfter } of sessions) {
          const journal = await openJournal(disk.open());
          disk.stopAfter(stopAfter);
          let stopped: Outcome | undefined;
          for (const one of steps) {
            const outcome = carryOut(journal, one);
            try {
              await outcome.work;
            } catch (error) {
              if (!disk.isStopped) throw error;
              stopped = outcome;
              break;
            }
            ({ header, kept } = outcome);
          }
          disk.restart(came);

          const again = await openJournal(disk.open());
          const found = await standsIn(again);
          expect([header, stopped?.header ?? header]).toContainEqual(again.header);
          if (stopped?.frames) {
            for (const [name, content] of found) {
              const written = stopped.frames.filter((frame) => nameOf(frame) === name);
              expect([kept.get(name), ...written.map(contentOf)]).toContain(content);
            }
            for (const name of kept.keys()) expect(found.has(name)).toBe(true);
          } else {
            expect([toJson(kept), toJson(stopped?.kept ?? kept)]).toContain(toJson(found));
          }
          header = again.header;
          kept = found;
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

it('has one good half of the header all the time, although the other was damaged before', async () => {
  // Longer than a disk writes atomically.
  const [old, renewed] = ['old', 'new'].map((word) => word.repeat(700));
  for (const half of [0, 1])
    for (let stopAfter = 0; stopAfter < 70_000; stopAfter += 1500) {
      const disk = memoryDisk();
      await (await openJournal(disk.open())).setHeader(old);
      disk.damage('journal-a', (bytes) => bytes.fill(1, half * 16_384, half * 16_384 + 9));
      const journal = await openJournal(disk.open());
      disk.stopAfter(stopAfter);
      const isSet = await journal.setHeader(renewed).then(
        () => true,
        () => false,
      );
      let piece = 0;
      disk.restart(() => {
        piece += 1;
        return piece % 3 === 0;
      });
      const { header } = await openJournal(disk.open());
      expect(isSet ? [renewed] : [old, renewed]).toContain(header);
    }
});

it('clears at the next write what a stop left of the other file', async () => {
  let leftCount = 0;
  for (let stopAfter = 1000; stopAfter < 90_000; stopAfter += 1000) {
    const disk = memoryDisk();
    const journal = await openJournal(disk.open());
    await journal.append([frameOf(1, 20_000), frameOf(2, 20_000)]);
    disk.stopAfter(stopAfter);
    await journal.rewrite(only(journal, ({ seq }) => seq === 1)).catch(() => undefined);
    disk.restart(() => true);
    if (sizes(disk).every((size) => size > 0)) leftCount += 1;
    const again = await openJournal(disk.open());
    await again.append([frameOf(3)]);
    expect(sizes(disk)).toContain(0);
    expect((await standsIn(again)).has('batch 1')).toBe(true);
  }
  expect(leftCount).toBeGreaterThan(10);
});

function sizes(disk: MemoryDisk): number[] {
  return (['journal-a', 'journal-b'] as const).map((name) => disk.bytes(name)?.length ?? 0);
}

interface Outcome {
  readonly work: Promise<void>;
  readonly header: unknown;
  readonly kept: Map<string, string>;
  /** The frames of an append: after a stop, each may be there or not. */
  readonly frames?: readonly Frame[];
}

function toJson(map: Map<string, string>): string {
  return JSON.stringify([...map].sort());
}
