/** Facts that tell apart people whom the name does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../store/log/port.js';
import { buildOnlineIdentifier, buildSubject } from '../../testing/fiction/builder.js';
import { isUnnamed, tellingFacts } from './telling-facts.js';

const handle = (asSeen: string, more: object = {}) =>
  ({
    id: asSeen,
    value: buildOnlineIdentifier({ asSeen, confidence: undefined, ...more }),
  }) as unknown as StoredRecord<'onlineIdentifier'>;

describe('a name', () => {
  it.each([
    'Unknown',
    'Name not known',
    'name: unknown',
    ' N/K ',
    'Unknown Unknown',
    'Unknown male',
    'unidentified  child',
    'No name',
    '-',
  ])('that says that it is not known names nobody: %s', (name) => {
    expect(isUnnamed(name)).toBe(true);
  });

  it.each(['Ada Vael', 'Noah Name', 'Knowne Unwin', 'Unknown T', 'Una Malet', 'Rowan None-Vael'])(
    'that somebody has is a name: %s',
    (name) => expect(isUnnamed(name)).toBe(false),
  );

  it('that is not known is not known in any capitals and spaces', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('unknown', 'name not known', 'unknown male', 'n/k'),
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        fc.constantFrom('', ' ', '  ', '\t'),
        (name, large, around) => {
          const letters = [...name].map((letter, at) =>
            large[at] ? letter.toUpperCase() : letter,
          );
          expect(isUnnamed(around + letters.join('') + around)).toBe(true);
        },
      ),
    );
  });
});

describe('the facts of a person', () => {
  const { name, schools } = buildSubject({
    name: 'Unknown',
    schools: [
      { name: 'Testford Academy', notedOn: '2025-09-01', until: '2026-07-20' },
      { name: 'Hexworth School', notedOn: '2026-09-01' },
    ],
  });

  it('are the handle that is most surely theirs and the school that they have now', () => {
    const given = [
      handle('possible_1', { confidence: 'possible', firstSeenOn: '2026-01-01' }),
      handle('kestrel_77', { confidence: 'confirmed', firstSeenOn: '2026-11-20' }),
      handle('no_word', { firstSeenOn: '2025-01-01' }),
    ];
    const facts = { isUnnamed: true, handle: 'kestrel_77', school: 'Hexworth School' };
    expect(tellingFacts({ name, schools }, given)).toEqual(facts);
    expect(tellingFacts({ name, schools }, given.toReversed())).toEqual(facts);
  });

  it('never have a handle that is doubted', () => {
    const doubted = handle('kestrel_77', { confidence: 'doubted' });
    expect(tellingFacts({ name, schools: [] }, [doubted])).toEqual({ isUnnamed: true });
  });
});
