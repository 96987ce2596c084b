import { describe, expect, it } from 'vitest';
import { makeSettler, STILL_MS, type Timer } from './settled.js';

/** A timer whose time passes only on command. */
function handTimer(): Timer & { pass(ms: number): void } {
  let now = 0;
  let due: { at: number; then: () => void }[] = [];
  return {
    start(ms, then) {
      const one = { at: now + ms, then };
      due.push(one);
      return () => {
        due = due.filter((each) => each !== one);
      };
    },
    pass(ms) {
      now += ms;
      const ready = due.filter(({ at }) => at <= now);
      due = due.filter((each) => !ready.includes(each));
      for (const { then } of ready) then();
    },
  };
}

function begun() {
  const timer = handTimer();
  const told: string[] = [];
  const settler = makeSettler<{ words: string; count: number }>(
    timer,
    (a, b) => a.words === b.words,
    ({ words, count }, why) => void told.push(`${words} ${count} ${why}`),
  );
  const types = (words: string, count = 1) => settler.search({ words, count });
  return { timer, told, settler, types };
}

describe('a search settles', () => {
  it('after standing still, once, however it was typed', () => {
    const { timer, told, types } = begun();
    for (const words of ['v', 'va', 'vae', 'vael']) {
      types(words);
      timer.pass(STILL_MS - 1);
    }
    expect(told).toEqual([]);
    timer.pass(1);
    timer.pass(10_000);
    expect(told).toEqual(['vael 1 still']);
  });

  it('when a row is opened before that, and not again after', () => {
    const { timer, told, settler, types } = begun();
    types('vael');
    settler.opened();
    timer.pass(STILL_MS);
    settler.left();
    expect(told).toEqual(['vael 1 opened']);
  });

  it('when the list is left before that', () => {
    const { timer, told, settler, types } = begun();
    types('vael');
    settler.left();
    timer.pass(STILL_MS);
    expect(told).toEqual(['vael 1 left']);
  });

  it('anew for other words, and says what is found by then', () => {
    const { timer, told, types } = begun();
    types('vael', 3);
    types('vael', 4);
    timer.pass(STILL_MS);
    types('vael', 5);
    timer.pass(STILL_MS);
    types('quill', 2);
    timer.pass(STILL_MS);
    expect(told).toEqual(['vael 4 still', 'quill 2 still']);
  });

  it('never for what was taken back before it stood still, nor for nothing', () => {
    const { timer, told, settler, types } = begun();
    types('vael');
    timer.pass(STILL_MS - 1);
    settler.search(undefined);
    timer.pass(STILL_MS);
    settler.opened();
    settler.left();
    expect(told).toEqual([]);
  });
});
