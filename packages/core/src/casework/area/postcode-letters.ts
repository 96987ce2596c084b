/** The country of a postcode by its first letters, as far as they decide it: data that can be checked and replaced. */
import * as v from 'valibot';
import letters from '../data/postcode-letters.json' with { type: 'json' };

const Row = v.strictObject({
  where: v.picklist([
    'england-and-wales',
    'border',
    'scotland',
    'northern-ireland',
    'isle-of-man',
    'channel-islands',
    'no-place',
  ]),
  letters: v.string(),
  /** The place in a sentence, for one outside England and Wales. */
  said: v.exactOptional(v.string()),
});

/**
 * The place of some letters. `border`: in Scotland or in England, and the letters do not say which. `no-place`: forces
 * abroad, banks and codes for no fixed address. Any with words is a code of `outside-area`.
 */
export type LettersWhere = Pick<v.InferOutput<typeof Row>, 'where' | 'said'>;

const WHERE: ReadonlyMap<string, LettersWhere> = new Map(
  v
    .parse(v.array(Row), letters.rows)
    .flatMap((row) => row.letters.split(' ').map((one) => [one, row] as const)),
);

/** Undefined for letters that no postcode begins with. */
export function whereOfLetters(postcode: string): LettersWhere | undefined {
  return WHERE.get(/^[A-Z]+/.exec(postcode)?.[0] ?? '');
}
