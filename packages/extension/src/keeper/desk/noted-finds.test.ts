/** Searches that no page noted: which of them are logged, and once each. */
import { type AuditEntry, PreventError, type RecordId } from '@cyber-prevent/core';
import { buildId } from '@cyber-prevent/core/testing';
import { describe, expect, it, vi } from 'vitest';
import { notedFinds } from './noted-finds.js';

const REFUSED = { code: 'CP_STORE_FULL', cause: [{ code: 'search-not-logged' }] };

describe('what a page has not noted', () => {
  const [ada, ivo] = [buildId(), buildId()];
  const answer = (...ids: readonly RecordId[]) => ({
    found: ids.map((id) => ({ id, kind: 'subject' as const, how: 'whole' as const, places: [] })),
    hasMore: false,
  });
  interface Over {
    readonly log?: () => Promise<void>;
    readonly check?: () => Promise<void>;
    readonly now?: () => number;
    readonly debts?: AuditEntry[];
  }
  const start = ({ log: slow, ...over }: Over = {}) => {
    const logged: string[] = [];
    const debts = over.debts ?? [];
    const finds = notedFinds({
      log: {
        async noteSearch({ words }) {
          await slow?.();
          logged.push(words);
        },
        searchEntry: async ({ shown }) => entryOf(shown),
        async keepSearch({ records }) {
          await slow?.();
          logged.push(`entry of ${records.length}`);
        },
      },
      check: over.check ?? (async () => undefined),
      debts,
      afterMs: 5,
      ...(over.now ? { now: over.now } : {}),
    });
    return { finds, logged, debts };
  };
  const entryOf = (records: readonly RecordId[]): AuditEntry => ({
    action: 'consultation',
    records,
    fields: [],
    reason: 'search',
  });
  const full = async (): Promise<void> => {
    throw new PreventError('CP_STORE_FULL', 'There is no room left.');
  };

  it('is logged after a while', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    expect(logged).toEqual([]);
    await vi.waitFor(() => expect(logged).toEqual(['ada']));
  });

  it('is one search while it is typed on, and two if other words follow', async () => {
    const { finds, logged } = start();
    for (const words of ['a', 'ad', 'ada']) finds.answered('one', words, answer(ada));
    finds.answered('one', 'ivo', answer(ivo));
    await finds.end();
    expect(logged).toEqual(['ada', 'ivo']);
  });

  it.each(['shown', 'not shown'])(
    'is a search beside one for a longer name with the letters inside it: %s',
    async (what) => {
      const { finds, logged } = start();
      finds.answered('one', 'ann', answer(ada));
      if (what === 'not shown') finds.unshown('one', 'ann');
      finds.answered('one', 'hannah', answer(ivo));
      await finds.end();
      expect(logged).toEqual(['ann', 'hannah']);
    },
  );

  it('is a search of its own, where words were taken away and the answer has somebody else', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    finds.answered('one', 'ad', answer(ivo));
    await finds.end();
    expect(logged).toEqual(['ada', 'ad']);
  });

  it('is not answered for by a note of a longer name with the letters inside it', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ann', answer(ada, ivo));
    await finds.note('one', { words: 'hannah', shown: [ivo] });
    await finds.end();
    expect(logged).toEqual(['hannah', 'ann']);
  });

  it('is each page’s own: another page’s note says nothing of it', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    await finds.note('two', { words: 'ada', shown: [ada] });
    await finds.end();
    expect(logged).toEqual(['ada', 'ada']);
  });

  it('is not answered for by a note of other words', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    await finds.note('one', { words: 'ivo', shown: [ada] });
    await finds.end();
    expect(logged).toEqual(['ivo', 'ada']);
  });

  it('is not answered for by a note that names nobody who was given', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    await finds.note('one', { words: 'is ada here', shown: [] });
    await finds.note('one', { words: 'ada', shown: [ivo] });
    await finds.end();
    expect(logged).toEqual(['is ada here', 'ada', 'ada']);
  });

  it('is none where the page had no time to show it, and the answer to more of the words came', async () => {
    const { finds, logged } = start();
    for (const words of ['ada', 'ada v']) {
      finds.answered('one', words, answer(ada, ivo));
      finds.unshown('one', words);
    }
    finds.answered('one', 'ada va', answer(ada));
    await finds.end();
    expect(logged).toEqual(['ada va']);
  });

  it.each([
    ['other words', 'ivo', answer(ivo)],
    ['fewer of the words, and somebody else,', 'ad', answer(ivo)],
  ])(
    'is logged although the page says that it was not shown, where the answer to %s came after it',
    async (_, words, other) => {
      const { finds, logged } = start();
      finds.answered('one', 'ada', answer(ada));
      finds.unshown('one', 'ada');
      finds.answered('one', words, other);
      await finds.note('one', { words, shown: [ivo] });
      await finds.end();
      expect(logged.toSorted()).toEqual([words, 'ada'].toSorted());
    },
  );

  it('is logged although the page says that it was not shown, where no other answer came', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    finds.unshown('one', 'ada');
    finds.answered('one', 'zebra', answer());
    await finds.end();
    expect(logged).toEqual(['ada']);
  });

  it('is what was shown before, and the last that may have been', async () => {
    const { finds, logged } = start();
    for (const words of ['ada', 'ada v']) finds.answered('one', words, answer(ada));
    finds.unshown('two', 'ada');
    finds.unshown('one', 'ada v');
    await finds.end();
    expect(logged).toEqual(['ada', 'ada v']);
  });

  it('is what was shown, although the same answer came again and was not', async () => {
    const { finds, logged } = start();
    for (let times = 0; times < 2; times += 1) finds.answered('one', 'ada', answer(ada));
    finds.unshown('one', 'ada');
    finds.answered('one', 'ivo', answer(ivo));
    await finds.end();
    expect(logged).toEqual(['ada', 'ivo']);
  });

  it('is another search when the noted words are looked for again later', async () => {
    let at = 0;
    const { finds, logged } = start({ now: () => at });
    finds.answered('one', 'ada', answer(ada));
    await finds.note('one', { words: 'ada', shown: [ada] });
    at = 6 * 60 * 60 * 1000;
    finds.answered('one', 'ada', answer(ada));
    await finds.end();
    expect(logged).toEqual(['ada', 'ada']);
  });

  it('is the same search when its answer comes again at once, or while it is on screen', async () => {
    let at = 0;
    const { finds, logged } = start({ now: () => at });
    finds.answered('one', 'ada', answer(ada));
    await finds.note('one', { words: 'ada', shown: [ada] });
    at = 4000;
    finds.answered('one', 'ada', answer(ada));
    at = 6 * 60 * 60 * 1000;
    finds.answered('one', 'ada', answer(ada), true);
    await finds.end();
    expect(logged).toEqual(['ada']);
  });

  it('is another search when somebody else is given for the noted words', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    await finds.note('one', { words: 'ada', shown: [ada] });
    finds.answered('one', 'ada', answer(ada, ivo), true);
    await finds.end();
    expect(logged).toEqual(['ada', 'ada']);
  });

  it('stands before every further search while it cannot be logged', async () => {
    let slow = full;
    const { finds, logged } = start({ log: () => slow() });
    finds.answered('one', 'ada', answer(ada));
    finds.left('one');
    await expect(finds.ready()).rejects.toMatchObject(REFUSED);
    slow = async () => undefined;
    await finds.ready();
    expect(logged).toEqual(['ada']);
  });

  it('is not begun where no search could be logged', async () => {
    const { finds } = start({ check: full });
    await expect(finds.ready()).rejects.toMatchObject(REFUSED);
  });

  it('is logged before the lock, although its page noted it a moment before', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((go) => {
      release = go;
    });
    const { finds, logged } = start({ log: () => held });
    finds.answered('one', 'ada', answer(ada));
    const noted = finds.note('one', { words: 'ada', shown: [ada] });
    const atEnd = finds.end().then(() => [...logged]);
    await new Promise((go) => setTimeout(go));
    release();
    await noted;
    expect(await atEnd).toEqual(['ada']);
  });

  it('is kept through a lock as an entry without its words, and logged before all else', async () => {
    const before = start({ log: full });
    before.finds.answered('one', 'ada', answer(ada));
    await expect(before.finds.note('two', { words: 'ivo', shown: [ivo, ada] })).rejects.toThrow();
    await before.finds.end();
    before.finds.stop();
    expect(before.debts).toEqual([entryOf([ivo, ada]), entryOf([ada])]);
    const { finds, logged, debts } = start({ debts: before.debts });
    await finds.ready();
    expect(logged).toEqual(['entry of 2', 'entry of 1']);
    expect(debts).toEqual([]);
  });

  it('is not begun any more once the vault is being locked, and what is noted then is kept', async () => {
    const { finds, debts } = start({ log: full });
    const ended = finds.end();
    const noted = finds.note('one', { words: 'ada', shown: [ada] });
    expect(() => finds.answered('one', 'ada', answer(ada))).toThrow('being locked');
    await expect(noted).rejects.toThrow('being locked');
    await expect(finds.ready()).rejects.toThrow('being locked');
    await ended;
    expect(debts).toEqual([entryOf([ada])]);
  });
});
