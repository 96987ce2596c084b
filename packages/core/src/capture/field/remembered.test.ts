import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.js';

describe('what was worked out of a label', () => {
  it('is worked out once, also where there is nothing to say', () => {
    const asked: string[] = [];
    const sizeOf = remembered((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    expect(['Name', 'Name', '', ''].map(sizeOf)).toEqual([4, 4, undefined, undefined]);
    expect(asked).toEqual(['Name', '']);
  });

  it('is right however many labels there are, and not kept for ever', () => {
    let asked = 0;
    const sizeOf = remembered((text) => {
      asked += 1;
      return text.length;
    });
    const labels = Array.from({ length: 5_001 }, (_, nth) => `Label ${nth}`);
    expect(labels.map(sizeOf)).toEqual(labels.map(({ length }) => length));
    expect(sizeOf('Label 0')).toBe(7);
    expect(asked).toBe(5_002);
  });
});
