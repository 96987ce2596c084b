/** The picture in words says all that is drawn, and nothing else. */
import { addDays } from '@cyber-prevent/core';
import { describe, expect, it } from 'vitest';
import { day, levelStep, markOn, pictureOf } from './picture-under-test.js';
import { pictureSentence, pictureSize, pictureTable } from './picture-words.js';

const medium = levelStep('2026-03-10', ['Medium']);
const high = levelStep('2026-06-09', ['High'], { isOverridden: true });
const range = levelStep('2026-09-16', ['Low', 'Medium']);
const none = levelStep('2026-10-01', []);
const levels = [
  { from: day('2026-02-11'), to: medium.on },
  { from: medium.on, to: high.on, step: medium },
  { from: high.on, to: range.on, step: high },
  { from: range.on, to: none.on, step: range },
  { from: none.on, to: day('2026-11-24'), step: none },
];

describe('the sentence of a picture', () => {
  it('has each level from its day: none yet, one in place of the answers, a range, none given', () => {
    expect(pictureSentence(pictureOf({ levels }))).toBe(
      'From 11 February 2026 to 24 November 2026: not assessed until 10 March 2026, ' +
        'Medium from 10 March 2026, High (not the level from the answers) from 9 June 2026, ' +
        'Low or Medium from 16 September 2026, No level given from 1 October 2026; ' +
        'no contact or decision yet.',
    );
  });

  it('counts what is drawn together on one day, each by its own word', () => {
    const marks = [
      markOn('2026-02-20', 'contact', 2),
      markOn('2026-02-21', 'not-met'),
      markOn('2026-03-01', 'contact'),
      markOn('2026-03-02', 'notice'),
    ];
    const folded = [{ from: day('2026-02-11'), to: day('2026-02-14'), count: 3 }];
    expect(pictureSentence(pictureOf({ marks, folded, levels: levels.slice(0, 1) }))).toContain(
      'no level assessed; 3 contacts, 1 time not met, 1 notice, 3 pages read or details noted.',
    );
  });

  it('says nothing of levels in a picture without them', () => {
    const said = pictureSentence(pictureOf({ marks: [markOn('2026-02-20', 'decision')] }));
    expect(said).toBe('From 11 February 2026 to 24 November 2026: 1 decision.');
  });

  it('says the day that a level was assessed, though the picture starts later', () => {
    const span = { from: day('2026-05-01'), to: day('2026-11-24'), step: medium };
    expect(pictureSentence(pictureOf({ from: day('2026-05-01'), levels: [span] }))).toContain(
      'Medium from 10 March 2026',
    );
  });

  it('is short with very many assessments, and leaves each to the table', () => {
    const many = Array.from({ length: 40 }, (_, nth) => {
      const step = levelStep(addDays(day('2026-03-01'), nth), ['Low']);
      return { from: step.on, to: step.on, step };
    });
    const picture = pictureOf({ levels: many });
    expect(pictureSentence(picture)).toContain('40 assessments, the last Low from 9 April 2026');
    expect(pictureTable(picture)).toHaveLength(40);
  });
});

describe('the table of a picture', () => {
  it('has every level, mark and folded part once, by day', () => {
    const picture = pictureOf({
      levels,
      marks: [markOn('2026-11-20', 'session', 2), markOn('2026-02-20', 'contact')],
      folded: [{ from: day('2026-02-11'), to: day('2026-02-14'), count: 3 }],
    });
    expect(pictureTable(picture).map(({ date, what }) => `${date}: ${what}`)).toEqual([
      '11 February 2026 to 14 February 2026: 3 pages read or details noted',
      '20 February 2026: 1 contact',
      '10 March 2026: Level: Medium',
      '9 June 2026: Level: High (not the level from the answers)',
      '16 September 2026: Level: Low or Medium',
      '1 October 2026: Level: No level given',
      '20 November 2026: 2 sessions',
    ]);
    expect(pictureSize(picture)).toBe(10);
    const ids = pictureTable(picture).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
