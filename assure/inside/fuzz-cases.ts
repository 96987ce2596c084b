/** Cases that nobody would send in good faith: random, or sound with one part broken. */
import fc from 'fast-check';

/** Names that every object has already, and names of ours. */
const NAMES = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'length',
    '0',
    'then',
    '',
  ],
  ...[
    'id',
    'kind',
    'value',
    'name',
    'frames',
    'tree',
    'type',
    'children',
    'header',
    'version',
    'changes',
  ],
];

/** JSON with the names above as members, at any depth. */
const hostileJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('node'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('node')), {
        maxLength: 5,
      })
      .map((members) => {
        // Made as by JSON.parse: a member with this name, and no change of prototype.
        const made: Record<string, unknown> = {};
        for (const [name, value] of members)
          Object.defineProperty(made, name, {
            value,
            enumerable: true,
            writable: true,
            configurable: true,
          });
        return made;
      }),
  ),
  leaf: fc.oneof(
    fc.constantFrom(null, true, false, 0, -1, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 31, 0.1),
    fc.constantFrom(
      'polluted',
      'practice',
      'live',
      '2026-11-24',
      '../../etc',
      '=1+1',
      '\u0000',
      '\uD800',
    ),
    fc.string({ unit: 'binary' }),
    fc.uuid(),
  ),
})).node;

export const anything = fc.oneof(
  hostileJson,
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
);

/** Sound data with one place replaced, removed, or given another member. */
export function brokenJson(sound: unknown): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      fc.nat(),
      fc.constantFrom('replace', 'remove', 'add'),
      fc.constantFrom(...NAMES),
      hostileJson,
    )
    .map(([pick, how, name, other]) => {
      const root = { root: structuredClone(sound) };
      const places = placesOf(root);
      const [parent, key] = places[pick % places.length] ?? [root, 'root'];
      if (how === 'replace') define(parent, key, other);
      else if (how === 'remove') Reflect.deleteProperty(parent, key);
      else {
        const inside = Reflect.get(parent, key);
        if (typeof inside === 'object' && inside !== null) define(inside, name, other);
        else define(parent, name, other);
      }
      return root.root;
    });
}

function define(holder: object, name: string, value: unknown): void {
  if (Array.isArray(holder) && !/^\d+$/.test(name)) return;
  Object.defineProperty(holder, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function placesOf(value: object): (readonly [object, string])[] {
  return Object.entries(value).flatMap(([key, inside]) => [
    [value, key] as const,
    ...(typeof inside === 'object' && inside !== null ? placesOf(inside) : []),
  ]);
}

/** Sound text with a run of it replaced. */
function brokenText(sound: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('"', '\0', '<', '{', ']', '\n', '__proto__', '\uFEFF', ',,,,'),
      ),
    )
    .map(([pick, length, by]) => {
      const at = pick % (sound.length + 1);
      return sound.slice(0, at) + by + sound.slice(at + length);
    });
}

export const texts = (...sound: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    ...sound.map(brokenText),
    hostileJson.map((value) => JSON.stringify(value)),
    fc.string({ unit: 'binary' }),
  );
export const bytesOf = (text: unknown): Uint8Array => new TextEncoder().encode(String(text));
