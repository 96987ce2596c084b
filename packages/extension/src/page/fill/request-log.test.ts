import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestLog } from './request-log.js';

const asked = (name: string, startTime: number) => ({
  name: `https://rms.example.org/${name}`,
  startTime,
});

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

  it('again and again with nothing typed is not what was typed', () => {
    const log = new RequestLog([asked('alive?at=1', 1)], 10);
    log.end(20);
    log.note([asked('alive?at=2', 30)]);
    expect(log.hasSent).toBe(false);
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
        const known = new Set(before.map(({ name }) => name.split('?')[0]));
        let isSeen = false;
        since.forEach((each, place) => {
          if (place === 2) log.end(endedAt);
          log.note([each]);
          const isLate = place >= 2 && each.startTime > endedAt;
          const counts = !isLate || !known.has(each.name.split('?')[0] ?? '');
          isSeen ||= each.startTime >= begunAt && counts;
          expect(log.hasSent).toBe(isSeen);
        });
      },
    ),
  );
});
