import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chosen, closingLines, firstFailures, runLanes } from './lanes.mjs';

const QUIET = { begun() {}, ended() {} };
const done = (passed = 1) => ({ passed, failed: [], skipped: [] });
const part = (name, lane, needs = [], run = async () => done()) => ({ name, lane, needs, run });

/** Parts in any lanes, each needing some of those before it. */
const anyParts = fc
  .array(fc.record({ lane: fc.constantFrom('a', 'b', 'c'), needs: fc.array(fc.nat(9)) }), {
    maxLength: 10,
  })
  .map((drawn) =>
    drawn.map(({ lane, needs }, at) =>
      part(
        `p${at}`,
        lane,
        [...new Set(needs)].filter((one) => one < at).map((one) => `p${one}`),
      ),
    ),
  );

it('runs each part once, in the order of its lane, and after all that it needs', async () => {
  await fc.assert(
    fc.asyncProperty(anyParts, fc.scheduler(), async (parts, scheduler) => {
      const told = [];
      const running = runLanes(
        parts.map((each) => ({ ...each, run: () => scheduler.schedule(Promise.resolve(done())) })),
        {
          begun: ({ name }) => told.push(`begun ${name}`),
          ended: ({ name }) => told.push(`ended ${name}`),
        },
      );
      await scheduler.waitFor(running);
      expect(told.toSorted()).toEqual(
        parts.flatMap(({ name }) => [`begun ${name}`, `ended ${name}`]).toSorted(),
      );
      for (const [at, { name, lane, needs }] of parts.entries()) {
        const before = parts.slice(0, at).filter((each) => each.lane === lane);
        for (const earlier of [...needs, ...before.map((each) => each.name)])
          expect(told.indexOf(`ended ${earlier}`)).toBeLessThan(told.indexOf(`begun ${name}`));
      }
    }),
  );
});

it('lets two lanes go side by side', async () => {
  const met = Promise.withResolvers();
  const results = await runLanes(
    [
      part('one', 'a', [], () => met.promise.then(() => done())),
      part('other', 'b', [], async () => {
        met.resolve();
        return done();
      }),
    ],
    QUIET,
  );
  expect(results.map(({ part: { name } }) => name)).toEqual(['one', 'other']);
});

it('goes on after a part that failed or broke, and counts both', async () => {
  const results = await runLanes(
    [
      part('fails', 'a', [], async () => ({ passed: 2, failed: ['a test'], skipped: ['b test'] })),
      part('breaks', 'a', ['fails'], async () => {
        throw new Error('no such command');
      }),
      part('goes on', 'a', ['breaks']),
    ],
    QUIET,
  );
  expect(closingLines(results, 0).at(-1)).toBe('3 passed, 2 failed, 1 skipped');
  expect(closingLines(results, 0)).toContain(
    'failed: breaks: it could not be run: no such command',
  );
  expect(closingLines(results, 0)).toContain('skipped: b test');
});

it('tells the first three failures of a part as soon as it ends, each cut to 500 letters', () => {
  const failed = ['a: one', `b: ${'x'.repeat(600)}`, 'c: three', 'd: four'];
  expect(firstFailures({ failed })).toEqual(['a: one', `b: ${'x'.repeat(497)}`, 'c: three']);
  expect(firstFailures(done())).toEqual([]);
});

it('tells the five slowest parts and the sum, and ends with the counts alone', () => {
  const results = [4, 60, 5, 300.4, 7, 8].map((seconds, at) => ({
    part: part(`p${at}`, 'a'),
    outcome: done(),
    seconds,
  }));
  expect(closingLines(results, 310)).toEqual([
    'slowest: p3 300 s, p1 60 s, p5 8 s, p4 7 s, p2 5 s',
    '6 parts: 384 s one by one, 310 s side by side',
    '6 passed, 0 failed',
  ]);
});

it('chooses the parts that are named and what they need, in their order, and refuses a name that there is not', () => {
  const parts = [part('build', 'a'), part('lint', 'a'), part('browsers', 'b', ['build'])];
  expect(chosen(parts, ['browsers']).map(({ name }) => name)).toEqual(['build', 'browsers']);
  expect(chosen(parts, ['lint']).map(({ name }) => name)).toEqual(['lint']);
  expect(() => chosen(parts, ['lnit'])).toThrow(
    'There is no part “lnit”; there are build, lint, browsers',
  );
});

it('refuses a part that needs one listed after it', async () => {
  await expect(runLanes([part('a', 'x', ['b']), part('b', 'y')], QUIET)).rejects.toThrow(
    'a needs b, which comes after it',
  );
});
