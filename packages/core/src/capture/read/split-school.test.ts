import { expect, test } from 'vitest';
import { splitSchool } from './split-school.js';

const schools = (raw: string) => splitSchool(raw).map(({ path, raw: part }) => [path, part]);

test.each([
  ['Mythering College, Level 3 IT', 'Mythering College', 'Level 3 IT'],
  ['Mythering High School (Year 10)', 'Mythering High School', 'Year 10'],
  [
    'Mythering High, Fakeham - Yr 9, form tutor Mr Sampleton',
    'Mythering High, Fakeham',
    'Yr 9, form tutor Mr Sampleton',
  ],
  ['Year 11, Mythering High', 'Mythering High', 'Year 11'],
])('what is studied stands apart from where: %s', (raw, school, study) => {
  expect(schools(raw)).toEqual([
    ['subject.school', school],
    [undefined, study],
  ]);
});

test.each([
  'Mythering High School, Fakeham',
  'Year 10',
  'Mythering Sixth Form College',
  'First Year Nursery',
])('a school alone, or a year alone, stays whole: %s', (raw) => {
  expect(schools(raw)).toEqual([['subject.school', raw]]);
});
