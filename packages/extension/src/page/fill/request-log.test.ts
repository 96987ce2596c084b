import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestLog } from './request-log.js';

const asked = (name: string, startTime: number) => ({
  name: `https://rms.example.org/${name}`,
  startTime,
});
/** Requested every thirty seconds, and three times so far. */
const ALIVE = [1_000, 31_000, 61_000].map((at, place) => asked(`alive?at=${place}`, at));

describe('what a page sends by itself', () => {
  it('while values are typed is seen, though it asked for the same before', () => {
    const log = new RequestLog([asked('preview', 1)], 10);
    log.note([asked('preview', 11)]);
    expect(log.hasSent).toBe(true);
  });

  it('after a pause in typing is seen as well', () => {
    const log = new RequestLog([], 10);
    log.end(20);
    log.note([asked('autosave', 2_000)]);
    expect(log.hasSent).toBe(true);
  });

  it('while values are typed is seen where it is answered once typing is over', () => {
    const log = new RequestLog([asked('save', 1)], 10);
    log.end(20);
    log.note([asked('save', 15)]);
    expect(log.hasSent).toBe(true);
  });

  it('to where it fetched its record from is seen, however often it asked there before', () => {
    const log = new RequestLog(
      [1, 4, 9, 9, 700].map((at) => asked('graphql', at)),
      10_000,
    );
    log.end(10_500);
    log.note([asked('graphql', 11_400)]);
    expect(log.hasSent).toBe(true);
  });

  it('again and again with nothing typed is not what was typed, told twice or once', () => {
    const log = new RequestLog(ALIVE, 70_000);
    log.end(72_000);
    log.note([asked('alive?at=4', 91_300), asked('alive?at=4', 91_302)]);
    log.note([asked('alive?at=5', 121_900)]);
    expect(log.hasSent).toBe(false);
  });

  it('out of its beat is seen, though it goes to the same place', () => {
    const log = new RequestLog(ALIVE, 70_000);
    log.end(72_000);
    log.note([asked('alive?at=4', 73_000)]);
    expect(log.hasSent).toBe(true);
  });
});

it('is never what was asked for before typing began, and once seen is not forgotten', () => {
  const request = fc.record({
    name: fc.constantFrom('save', 'alive?at=1', 'alive?at=2').map((name) => `https://x/${name}`),
    startTime: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(
      fc.array(request),
      fc.array(request),
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 51, max: 100 }),
      (before, since, begunAt, endedAt) => {
        const log = new RequestLog(before, begunAt);
        let isSeen = false;
        since.forEach((each, place) => {
          if (place === 2) log.end(endedAt);
          log.note([each]);
          isSeen ||= each.startTime >= begunAt;
          expect(log.hasSent).toBe(isSeen);
        });
      },
    ),
  );
});

it('is told from a beat by when it comes, whatever the beat', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 60_000 }),
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (every, count, off) => {
        const log = new RequestLog(
          [0, every, 2 * every].map((at) => asked('alive', at)),
          2 * every + 1,
        );
        log.end(2 * every + 2);
        const at = Math.max(2 * every + 3, (2 + count + off) * every);
        log.note([asked('alive', at)]);
        const isSame = at - 2 * every <= 250;
        const isInBeat = off < 0.199 || off > 0.801;
        const isOutOfBeat = off > 0.201 && off < 0.799;
        if (isInBeat || isSame) expect(log.hasSent).toBe(false);
        else if (isOutOfBeat) expect(log.hasSent).toBe(true);
      },
    ),
  );
});
