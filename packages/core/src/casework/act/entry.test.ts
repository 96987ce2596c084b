import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { testHost } from '../../testing/host.js';
import type { Input } from './context.js';
import { entryOf } from './entry.js';

const context = { host: testHost({ at: '2026-11-24T09:30:00.000Z' }), lists: gatherCodeLists() };
const told = (input: object) =>
  entryOf('incident', input as Input<'incident'>, context).issues.map(
    ({ code, at }) => `${code} ${at}`,
  );

it('tells of a day to come together with what is missing', () => {
  const issues = told({ happenedOn: '2026-11-25' });
  expect(issues).toContain('date-in-future happenedOn');
  expect(issues.some((issue) => issue.startsWith('missing '))).toBe(true);
});

it('tells of a day that is none as that alone', () => {
  expect(
    told({ happenedOn: '2026-02-31' }).filter((issue) => issue.endsWith('happenedOn')),
  ).toEqual(['invalid happenedOn']);
});
