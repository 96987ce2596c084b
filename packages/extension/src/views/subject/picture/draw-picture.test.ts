// @vitest-environment happy-dom
/** The drawing: nothing of Plot's style, each day in its place, and no level between two that were assessed. */
import { addDays } from '@cyber-prevent/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPicture } from './draw-picture.js';
import { PICTURE_LAYOUTS } from './picture-layout.js';
import { day, levelStep, markOn, pictureOf } from './picture-under-test.js';

const { whole, small } = PICTURE_LAYOUTS;
const TODAY = day('2026-11-24');
const wordsIn = (drawing: Element): readonly string[] =>
  [...drawing.querySelectorAll('text')].map((each) => each.textContent ?? '');
const marksIn = (drawing: Element, kind: string): readonly Element[] => [
  ...drawing.querySelectorAll(`.cp-plot__mark--${kind} > *`),
];

const medium = levelStep('2026-03-10', ['Medium'], { places: { low: 1, high: 1, of: 3 } });
const high = levelStep('2026-06-09', ['High'], { places: { low: 2, high: 2, of: 3 } });
const levels = [
  { from: day('2026-02-11'), to: medium.on },
  { from: medium.on, to: high.on, step: medium },
  { from: high.on, to: TODAY, step: high },
];

describe('the drawing of a case', () => {
  it('has no style element, no style of an element and no link or script', () => {
    const marks = [markOn('2026-02-20', 'contact', 3), markOn('2026-03-02', 'session')];
    const folded = [{ from: day('2026-02-11'), to: day('2026-02-14'), count: 3 }];
    for (const layout of [whole.workspace, whole.panel, small.workspace, small.panel]) {
      const drawing = drawPicture(pictureOf({ levels, marks, folded }), layout, true);
      expect(drawing.querySelectorAll('style, script, a, image, foreignObject')).toHaveLength(0);
      expect(drawing.querySelectorAll('[style]')).toHaveLength(0);
      expect(drawing.hasAttribute('style')).toBe(false);
      expect(drawing.getAttribute('aria-hidden')).toBe('true');
    }
  });

  it('has a mark for each day and kind, in the order of the days and within the line', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 286 }), { maxLength: 30 });
    fc.assert(
      fc.property(offsets, (days) => {
        const marks = days
          .toSorted((a, b) => a - b)
          .map((nth) => markOn(addDays(day('2026-02-11'), nth), 'contact'));
        const { left, line } = whole.workspace;
        const drawing = drawPicture(pictureOf({ marks }), whole.workspace, true);
        const places = marksIn(drawing, 'contact').map((each) => Number(each.getAttribute('cx')));
        expect(places).toHaveLength(days.length);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(new Set(places).size).toBe(days.length);
        for (const place of places) expect(place >= left && place <= left + line).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('puts equal numbers of days at equal lengths, over a change of the clocks too', () => {
    const marks = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'].map((on) =>
      markOn(on, 'contact'),
    );
    const drawing = drawPicture(pictureOf({ marks }), whole.workspace, true);
    const places = marksIn(drawing, 'contact').map((each) => Number(each.getAttribute('cx')));
    const steps = places.slice(1).map((place, nth) => place - (places[nth] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 6);
  });

  it('says how many there are of a day, and the day and the words of each mark', () => {
    const drawing = drawPicture(
      pictureOf({ marks: [markOn('2026-02-20', 'contact', 3), markOn('2026-05-02', 'decision')] }),
      whole.workspace,
      true,
    );
    expect(wordsIn(drawing)).toContain('×3');
    expect(wordsIn(drawing)).not.toContain('×1');
    expect([...drawing.querySelectorAll('title')].map((each) => each.textContent)).toEqual(
      expect.arrayContaining(['20 February 2026: 3 contacts', '2 May 2026: 1 decision']),
    );
  });

  it('draws each kind in a shape of its own', () => {
    const kinds = ['contact', 'not-met', 'session', 'decision', 'notice'] as const;
    const marks = kinds.map((kind) => markOn('2026-05-02', kind));
    const folded = [{ from: day('2026-05-02'), to: day('2026-05-02'), count: 12 }];
    const drawing = drawPicture(pictureOf({ marks, folded }), whole.workspace, true);
    const shapes = [...kinds, 'folded'].map((kind) => {
      const [mark] = marksIn(drawing, kind);
      return `${mark?.tagName} ${mark?.getAttribute('d') ?? ''} ${mark?.getAttribute('r') ?? ''}`;
    });
    expect(new Set(shapes).size).toBe(6);
    expect(wordsIn(drawing)).toContain('12');
  });

  it('draws levels flat from their days, says where there was none, and joins none to the next', () => {
    const drawing = drawPicture(pictureOf({ levels }), whole.workspace, true);
    const lines = [...drawing.querySelectorAll('.cp-plot__level line')];
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.getAttribute('y1')).toBe(line.getAttribute('y2'));
    expect(lines[0]?.getAttribute('x2')).toBe(lines[1]?.getAttribute('x1'));
    expect(Number(lines[0]?.getAttribute('y1'))).toBeGreaterThan(
      Number(lines[1]?.getAttribute('y1')),
    );
    expect(wordsIn(drawing)).toEqual(expect.arrayContaining(['Not assessed', 'Medium', 'High']));
  });

  it('draws no line for a level that was not given, and a dashed one for a place that is not known', () => {
    const unplaced = levelStep('2026-03-10', ['Raised']);
    const none = levelStep('2026-06-09', []);
    const drawing = drawPicture(
      pictureOf({
        levels: [
          { from: unplaced.on, to: none.on, step: unplaced },
          { from: none.on, to: TODAY, step: none },
        ],
      }),
      whole.workspace,
      true,
    );
    expect(drawing.querySelectorAll('.cp-plot__level line')).toHaveLength(1);
    expect(drawing.querySelectorAll('.cp-plot__level--unplaced line')).toHaveLength(1);
    expect(drawing.querySelectorAll('.cp-plot__area rect')).toHaveLength(0);
    expect(wordsIn(drawing)).toContain('No level given');
  });

  it('stars a level that is not that of the answers', () => {
    const step = levelStep('2026-03-10', ['High'], { isOverridden: true });
    const span = { from: step.on, to: TODAY, step };
    const drawing = drawPicture(pictureOf({ levels: [span] }), whole.panel, true);
    expect(wordsIn(drawing)).toContain('High *');
    expect(drawing.querySelector('.cp-plot__level title')?.textContent).toBe(
      '10 March 2026 to 24 November 2026: High (not the level from the answers)',
    );
  });

  it('has the first day as a date, also where no month begins', () => {
    const november = drawPicture(pictureOf({ from: day('2026-11-03') }), whole.workspace, true);
    expect(wordsIn(november)).toContain('3 Nov 2026');
    const months = wordsIn(drawPicture(pictureOf(), whole.workspace, true));
    expect(months).toEqual(expect.arrayContaining(['11 Feb 2026', 'Apr', 'Nov']));
    const near = pictureOf({ from: day('2026-01-29') });
    expect(wordsIn(drawPicture(near, whole.workspace, true))).not.toContain('Feb');
  });

  it('draws both ends of a range', () => {
    const range = levelStep('2026-03-10', ['Low', 'High'], { places: { low: 0, high: 2, of: 3 } });
    const span = { from: range.on, to: TODAY, step: range };
    const drawing = drawPicture(pictureOf({ levels: [span] }), whole.workspace, true);
    const heights = [...drawing.querySelectorAll('.cp-plot__level line')].map((line) =>
      line.getAttribute('y1'),
    );
    expect(new Set(heights).size).toBe(2);
  });

  it('marks today only where the picture ends today', () => {
    expect(wordsIn(drawPicture(pictureOf(), whole.workspace, true))).toContain('Today');
    expect(wordsIn(drawPicture(pictureOf(), whole.workspace, false))).not.toContain('Today');
  });

  it('has a place for one day alone', () => {
    const picture = pictureOf({ from: TODAY, to: TODAY, marks: [markOn(TODAY, 'contact', 4)] });
    const [mark] = marksIn(drawPicture(picture, small.panel, true), 'contact');
    const { left, line } = small.panel;
    expect(Number(mark?.getAttribute('cx'))).toBe(left + line);
  });
});
