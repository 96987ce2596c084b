/** An entry of the log has the words that its codes had on its day. */
import {
  type CodeList,
  type CodeLists,
  gatherCodeLists,
  type LoggedEntry,
  type PlainDate,
} from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { toWhom, whyWas } from './log-words.js';

const on = (text: string) => text as PlainDate;
const shipped = gatherCodeLists();
const rewritten = (id: string, code: string): readonly [string, CodeList] => [
  id,
  {
    ...(shipped.get(id) as CodeList),
    codes: [
      { code, label: `${id} now`, from: on('2026-12-09') },
      { code, label: `${id} then`, from: on('2026-12-02'), to: on('2026-12-08') },
    ],
  },
];
const lists: CodeLists = new Map([
  ...shipped,
  rewritten('export-destination', 'school'),
  rewritten('reason', 'disclosure'),
  rewritten('legal-gateway', 'children-act-11'),
]);

it.each([
  ['2026-12-03T09:00:00.000Z', 'then'],
  ['2026-12-10T09:00:00.000Z', 'now'],
])('says an entry of %s in the words of then', (at, when) => {
  const entry = {
    at,
    recipients: ['school', 'Ms Vane'],
    reason: 'disclosure',
    gateway: 'children-act-11',
  } as unknown as LoggedEntry;
  const known = { kinds: new Map(), lists };
  expect(toWhom(entry, known)).toBe(`export-destination ${when}, Ms Vane`);
  expect(whyWas(entry, known)).toContain(`reason ${when}`);
  expect(whyWas(entry, known)).toContain(`legal-gateway ${when}`);
});
