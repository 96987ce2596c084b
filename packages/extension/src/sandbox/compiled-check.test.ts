import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { compiledCheck } from './compiled-check.js';

const Schema = v.strictObject({
  id: v.pipe(v.string(), v.uuid(), v.brand('Id')),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  kind: v.picklist(['page', 'text']),
  path: v.optional(v.picklist(['a', 'b'])),
  shown: v.exactOptional(v.boolean()),
  places: v.array(v.strictObject({ frame: v.array(v.number()), text: v.string() })),
  decision: v.variant('kind', [
    v.strictObject({ kind: v.literal('take') }),
    v.strictObject({ kind: v.literal('other'), value: v.pipe(v.string(), v.maxLength(5)) }),
  ]),
});
const isOne = compiledCheck(Schema);

const good = {
  id: '3f2b1c9a-1111-4222-8333-444455556661',
  size: 3,
  kind: 'page',
  path: 'a',
  shown: true,
  places: [{ frame: [0, 1], text: 'x' }],
  decision: { kind: 'other', value: 'abc' },
};

/** Members and values that are nearly right, in any mix. */
const near = fc.oneof(
  fc.constantFrom<unknown>('page', 'a', '', good.id, 'take', 'other', 'too long', 0, -1, 0.5, null),
  fc.boolean(),
  fc.constantFrom<unknown>({}, [], [null], { kind: 'take' }, { kind: 'take', value: 'x' }),
  fc.constantFrom<unknown>({ kind: 'other' }, [{ frame: [], text: '' }], [{ frame: ['0'] }]),
  fc.jsonValue(),
);
const KEYS = [...Object.keys(good), 'extra', '__proto__', 'constructor', 'toString'];

describe('a compiled check', () => {
  it('says of any JSON what valibot says of it', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.option(near)), { maxLength: 3 });
    let [drawnCount, passedCount] = [0, 0];
    fc.assert(
      fc.property(changes, (changed) => {
        drawnCount += 1;
        const members = new Map<string, unknown>(Object.entries(good));
        for (const [key, value] of changed)
          if (value === null) members.delete(key);
          else members.set(key, value);
        // Serialised by hand, so that `__proto__` is a member like any other.
        const json = `{${[...members].map((pair) => pair.map((part) => JSON.stringify(part)).join(':')).join()}}`;
        const value: unknown = JSON.parse(json);
        const isValid = v.is(Schema, value);
        if (isValid) passedCount += 1;
        expect(isOne(value)).toBe(isValid);
      }),
      { numRuns: 2_000 },
    );
    expect(passedCount / drawnCount).toBeGreaterThan(0.1);
    fc.assert(fc.property(near, (value) => isOne(value) === v.is(Schema, value)));
  });

  it('takes no array for an object, which it could not make one', () => {
    const isEmpty = compiledCheck(v.strictObject({ a: v.exactOptional(v.string()) }));
    expect([isEmpty({}), isEmpty({ a: 'x' }), isEmpty([])]).toEqual([true, true, false]);
  });

  it('is refused for a schema that changes what it checks, or is not known', () => {
    for (const schema of [
      v.pipe(v.string(), v.trim()),
      v.array(v.pipe(v.string(), v.transform(Number))),
      v.strictObject({ a: v.optional(v.string(), 'x') }),
      v.object({ a: v.string() }),
      v.lazy(() => v.string()),
    ])
      expect(() => compiledCheck(schema)).toThrow(TypeError);
  });
});
