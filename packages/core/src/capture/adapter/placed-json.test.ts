import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonFault, parsePlacedJson } from './placed-json.js';

function faultOf(text: string): string {
  try {
    parsePlacedJson(text);
    return 'none';
  } catch (error) {
    if (error instanceof JsonFault) return `${error.at}: ${error.message}`;
    throw error;
  }
}

describe('parsePlacedJson', () => {
  it('says of any JSON what JSON.parse says', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 2), (json, indent) => {
        const value: unknown = JSON.parse(json);
        expect(parsePlacedJson(JSON.stringify(value, null, indent)).value).toEqual(value);
      }),
    );
  });

  it('holds a long key once, however many values are below it', () => {
    const key = 'k'.repeat(200_000);
    const text = `{"${key}":[${Array.from({ length: 20_000 }, () => '1').join(',')}]}`;
    // As texts of paths these places would be 4 GB.
    expect(parsePlacedJson(text).placeOf([key, 19_999])).toBe('line 1, column 240004');
  });

  it('takes no text that JSON.parse refuses, and names a place in it', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"',
      '1',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      "'",
      '-',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (text) => {
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          expect(faultOf(text) === 'none').toBe(isJson);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('knows where each key and item stands', () => {
    const { placeOf } = parsePlacedJson('{\n  "a": [1,\n    {"b": 2}\n  ]\n}');
    expect(placeOf(['a'])).toBe('line 2, column 3');
    expect(placeOf(['a', 0])).toBe('line 2, column 9');
    expect(placeOf(['a', 1, 'b'])).toBe('line 3, column 6');
    expect(placeOf(['a', 1, 'gone'])).toBe('line 3, column 5');
    expect(placeOf(['gone'])).toBe('line 1, column 1');
  });

  it('names the place of what is wrong', () => {
    expect(faultOf('{"a": 1\n "b": 2}')).toMatch(/^line 2, column 2: The file is not JSON/);
    expect(faultOf('{"a": 1,\n "a": 2}')).toBe(
      'line 2, column 2: The same key is here twice: “a”. Remove one of them.',
    );
    expect(faultOf('{"a": 1')).toMatch(/^line 1, column 8: .* it ends too early/);
    expect(faultOf('{"a": 1}\n more')).toMatch(/^line 2, column 2: .* more text after its end/);
    expect(faultOf(`${'['.repeat(100_000)}`)).toMatch(/nested too deeply/);
  });

  it('keeps a key that objects have of themselves as an own one', () => {
    const { value } = parsePlacedJson('{"__proto__": {"polluted": true}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('polluted');
  });

  it('reads a text of millions of escapes, and refuses one that does not end', () => {
    const long = '\\n'.repeat(3_000_000);
    expect(parsePlacedJson(`"${long}"`).value).toHaveLength(3_000_000);
    expect(faultOf(`"${long}`)).toContain('not JSON');
  });

  it('refuses more values, or a deeper nesting, than it was told to take', () => {
    const limited = (text: string) => () => parsePlacedJson(text, { deepest: 2, values: 4 });
    expect(limited('[[1, 2]]')).not.toThrow();
    expect(limited('[[1, 2, 3]]')).toThrow('too many values');
    expect(limited('[[[]]]')).toThrow('nested too deeply');
  });

  it('makes a key that objects have already the own key of its object', () => {
    const { value } = parsePlacedJson('{"__proto__": {"isOfficer": true}}');
    expect(Object.keys(Object(value))).toEqual(['__proto__']);
    expect(Object(value).isOfficer).toBeUndefined();
  });
});
