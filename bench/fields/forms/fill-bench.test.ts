/** Tests of the figures of filling. */
import { expect, it } from 'vitest';
import { machine } from '../../machine.ts';
import { aimsOfFill, type FillFigures, fillTable } from './fill-bench.ts';

const NONE = {
  asked: 0,
  typed: 0,
  right: 0,
  wrong: 0,
  unjudged: 0,
  offeredRight: 0,
  offeredWrong: 0,
};

function tableOf(forms: FillFigures['forms'], pageCount: number): string {
  return fillTable({
    bench: 'fields --fill',
    at: '2026-06-30T09:00:00.000Z',
    machine: machine(),
    browser: 'Any browser',
    pageCount,
    sum: NONE,
    targets: aimsOfFill(forms),
    forms,
  });
}

it('says that there is no form to fill, and misses no target', () => {
  const table = tableOf([], 2);
  expect(table).toContain('No form to fill');
  expect(table).toContain('2 pages');
  expect(table).not.toContain('missed');
});

it('misses its target where a form takes nothing', () => {
  expect(aimsOfFill([{ ...NONE, asked: 3 }])).toMatchObject([{ isMet: false }, { isMet: true }]);
});
