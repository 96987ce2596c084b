import type { ListAnswer, RecordId, SubjectRow } from '@cyber-prevent/core';
import { describe, expect, it, vi } from 'vitest';
import type { RowsNews } from '../../ports/services.js';
import { heldRows } from './held-rows.js';

const row = (id: string, name = id): SubjectRow => ({
  id: id as RecordId,
  name,
  otherNames: [],
  references: [],
});

/** A keeper that answers on command. */
function begun() {
  const asked: (string | undefined)[] = [];
  const answers: ((answer: ListAnswer<SubjectRow> | Error) => void)[] = [];
  const held = heldRows((_list, since) => {
    asked.push(since);
    return new Promise((resolve, reject) =>
      answers.push((answer) =>
        answer instanceof Error ? reject(answer) : resolve(answer as never),
      ),
    );
  });
  const told: RowsNews<SubjectRow>[] = [];
  const stop = held.watch('subjects', (news) => void told.push(news));
  const answer = async (next: Partial<ListAnswer<SubjectRow>> | Error) => {
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0));
    answers.shift()?.(
      next instanceof Error ? next : { as: 'x', isWhole: false, rows: [], gone: [], ...next },
    );
    await new Promise((go) => setTimeout(go));
  };
  const names = () =>
    told.map((news) => ('rows' in news ? news.rows.map(({ name }) => name) : 'trouble'));
  return { held, asked, answer, told, names, stop };
}

describe('rows that a page holds', () => {
  it('are asked for whole once, and after a save only for what changed', async () => {
    const { held, asked, answer, names } = begun();
    await answer({ as: 'one', isWhole: true, rows: [row('a'), row('b')] });
    held.changed();
    await answer({ as: 'two', rows: [row('b', 'B'), row('c')], gone: ['a' as RecordId] });
    expect(asked).toEqual([undefined, 'one']);
    expect(names()).toEqual([
      ['a', 'b'],
      ['B', 'c'],
    ]);
  });

  it('are told once for saves that came while they were asked for', async () => {
    const { held, asked, answer, names } = begun();
    held.changed();
    held.changed();
    await answer({ as: 'one', isWhole: true, rows: [row('a')] });
    await answer({ as: 'one' });
    expect(asked).toEqual([undefined, 'one']);
    expect(names()).toEqual([['a']]);
  });

  it('are told at once to another view, and to nobody who stopped', async () => {
    const { held, answer, names, stop } = begun();
    await answer({ as: 'one', isWhole: true, rows: [row('a')] });
    stop();
    const other: unknown[] = [];
    held.watch('subjects', (news) => void other.push(news));
    expect(other).toEqual([{ rows: [row('a')] }]);
    await answer({ as: 'two', rows: [row('b')] });
    expect(other).toHaveLength(2);
    expect(names()).toHaveLength(1);
  });

  it('say why they could not be had, and are asked for again after the next save', async () => {
    const { held, answer, names } = begun();
    await answer(new Error('no keeper'));
    expect(names()).toEqual(['trouble']);
    held.changed();
    await answer({ as: 'one', isWhole: true, rows: [row('a')] });
    expect(names()).toEqual(['trouble', ['a']]);
  });

  it('are asked for again where something was saved while they could not be had', async () => {
    const { held, answer, names } = begun();
    held.changed();
    await answer(new Error('no keeper'));
    await answer({ as: 'one', isWhole: true, rows: [row('a')] });
    expect(names()).toEqual(['trouble', ['a']]);
  });

  it('are told again once they can be had, though nothing in them changed', async () => {
    const { held, answer, names } = begun();
    await answer({ as: 'one', isWhole: true, rows: [row('a')] });
    held.changed();
    await answer(new Error('no keeper'));
    held.changed();
    await answer({ as: 'one' });
    expect(names()).toEqual([['a'], 'trouble', ['a']]);
  });

  it('are forgotten, and an answer on its way is told to nobody', async () => {
    const { held, answer, names } = begun();
    held.forget();
    await answer({ as: 'one', isWhole: true, rows: [row('a')] });
    expect(names()).toEqual([]);
  });
});
