import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Instant, PlainDate } from '../shared/primitives.js';
import type { Definition } from './pack.js';
import { packAgeIssues } from './pack-age.js';

const day = (text: string) => v.parse(PlainDate, text);
const definition = (title: string, checkedOn: string) =>
  ({ title, checkedOn: day(checkedOn) }) as Definition;
const aged = (madeAt: string, ...definitions: Definition[]) =>
  packAgeIssues({ madeAt: v.parse(Instant, madeAt), definitions }, day('2026-12-02'));

describe('an old pack', () => {
  it('is warned of from the day after two years, and not before', () => {
    expect(aged('2024-12-02T10:00:00.000Z')).toEqual([]);
    expect(aged('2024-12-01T10:00:00.000Z')).toMatchObject([
      {
        code: 'pack-old',
        severity: 'warning',
        message: expect.stringMatching(
          /^This pack was made on 1 December 2024, more than 2 years ago\. You can take it in\./,
        ),
      },
    ]);
  });

  it('names the oldest of the definitions whose source was looked at long ago', () => {
    const issues = aged(
      '2026-11-30T10:00:00.000Z',
      definition('Our limits', '2024-11-01'),
      definition('Our topics', '2021-03-04'),
      definition('Our words', '2026-11-01'),
    );
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^2 of its 3 definitions have a source that was looked at more than 2 years ago, the earliest on 4 March 2021: “Our topics”\./,
      ),
    ]);
  });

  it('says once what to do where both are so', () => {
    const issues = aged('2021-03-05T10:00:00.000Z', definition('Our topics', '2021-03-04'));
    const said = issues.map(({ message }) => message.endsWith('whether there is a newer one.'));
    expect(said).toEqual([false, true]);
  });
});
