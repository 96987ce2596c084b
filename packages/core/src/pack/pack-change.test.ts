import { describe, expect, it } from 'vitest';
import {
  codeListDefinition,
  day,
  ONE_OF_EVERY_KIND,
  packContext,
  packOf,
  signedPack,
  TODAY,
  testIssuer,
} from '../testing/pack-under-test.js';
import type { Definition, HeldPack } from './pack.js';
import { packChanges } from './pack-change.js';
import type { PacksHeld } from './packs-held.js';
import { readPack } from './read-pack.js';
import { recallsOfNothing } from './recall.js';
import { shippedDefinitions } from './shipped-definitions.js';

const force = testIssuer('force');
const national = testIssuer('national');
const held = (packs: readonly HeldPack[] = [], shipped: readonly Definition[] = []): PacksHeld => ({
  shipped,
  packs,
  issuers: [force.pinned, national.pinned],
});
const of = (changes: ReturnType<typeof packChanges>) =>
  changes.map(({ change, id }) => `${change} ${id}`);

describe('the changes of a pack', () => {
  const first = packOf(force, {
    definitions: [
      codeListDefinition({ one: 'One', two: 'Two' }),
      codeListDefinition({ one: 'One' }, { id: 'marking' }),
      codeListDefinition({ one: 'One' }, { id: 'reason' }),
      codeListDefinition({ one: 'One' }, { id: 'purpose' }),
    ],
  });
  const second = packOf(force, {
    version: 2,
    definitions: [
      codeListDefinition({ one: 'One, reworded', three: 'Three' }, { version: '1.1.0' }),
      codeListDefinition({ one: 'One' }, { id: 'marking' }),
      codeListDefinition({ one: 'One' }, { id: 'agency' }),
    ],
    recalls: [{ kind: 'code-list', id: 'reason', versions: '*', reason: 'It was wrong.' }],
  });

  it('says of each definition what becomes of it', () => {
    expect(of(packChanges(held([first]), second, TODAY))).toEqual([
      'changed necessity',
      'same marking',
      'new agency',
      'withdrawn purpose',
      'recalled reason',
    ]);
  });

  it('names the entries that are added, go and say something else', () => {
    const [necessity] = packChanges(held([first]), second, TODAY);
    expect(necessity?.entries).toEqual({
      added: ['three'],
      removed: ['two'],
      changed: ['one'],
      outranked: [],
    });
  });

  it('says what is withdrawn or recalled, though something weaker takes its place', () => {
    const ships = ['purpose', 'reason'].map((id) => codeListDefinition({ ships: 'Ships' }, { id }));
    const changes = packChanges(held([first], ships), second, TODAY);
    expect(of(changes)).toEqual([
      'changed necessity',
      'same marking',
      'new agency',
      'withdrawn purpose',
      'recalled reason',
    ]);
    expect(changes.at(-1)).toMatchObject({
      entries: { added: ['ships'], removed: ['one'] },
      after: { definition: { source: expect.any(String) } },
    });
  });

  it('says that the one before stays, where the pack’s own was left out', () => {
    const again = packOf(force, {
      version: 2,
      definitions: [codeListDefinition({ one: 'One' }, { id: 'marking' })],
      refused: [{ kind: 'code-list', id: 'necessity' }],
    });
    const changes = packChanges(held([first]), again, TODAY);
    expect(of(changes)).toEqual([
      'same marking',
      'withdrawn purpose',
      'withdrawn reason',
      'kept necessity',
    ]);
    expect(changes.at(-1)?.after?.origin?.pack.version).toBe(1);
    const shipped = [codeListDefinition({ ships: 'Ships' })];
    expect(of(packChanges(held([], shipped), again, TODAY))).toEqual(['new marking']);
  });

  it('names recalls that name nothing of the issuer', () => {
    const wrong = { kind: 'code-list', id: 'neccessity', versions: '*', reason: 'It was wrong.' };
    const right = { ...wrong, id: 'necessity', versions: '<2.0' };
    const recalls = [wrong, right, { ...right, versions: '>=2.0' }];
    const pack = packOf(force, { version: 2, recalls });
    expect(recallsOfNothing(held([first]), pack)).toEqual([recalls[0], recalls[2]]);
    const theirs = packOf(national, { version: 2, recalls: [right] });
    expect(recallsOfNothing(held([first]), theirs)).toEqual([right]);
  });

  it('tells another standing or day from other words', () => {
    const again = packOf(force, {
      version: 2,
      definitions: [
        codeListDefinition({ one: 'One', two: 'Two' }, { checkedOn: day('2026-11-29') }),
        codeListDefinition({ one: 'One' }, { id: 'marking', standing: 'found' }),
        codeListDefinition({ one: 'One' }, { id: 'reason' }),
      ],
    });
    expect(of(packChanges(held([first]), again, TODAY)).slice(0, 3)).toEqual([
      'redated necessity',
      'redated marking',
      'same reason',
    ]);
  });

  it('says that something of it is not in force, if nobody stronger keeps it out', () => {
    const late = codeListDefinition({ one: 'One' }, { from: day('2027-03-01') });
    const pack = packOf(force, { definitions: [late], to: day('2027-02-28') });
    expect(of(packChanges(held(), pack, TODAY))).toEqual(['not-in-force necessity']);
    const recalls = [
      { kind: 'code-list', id: 'necessity', versions: '*', reason: 'It is wrong.' },
    ].map((each) => ({ ...each, recalledOn: TODAY }));
    const recalled = packOf(force, { definitions: [codeListDefinition({ one: 'One' })] });
    expect(of(packChanges({ ...held(), recalls }, recalled, TODAY))).toEqual([
      'not-in-force necessity',
    ]);
    const later = packOf(force, { version: 2, definitions: [codeListDefinition({ one: 'Two' })] });
    expect(of(packChanges(held([later]), recalled, TODAY))).toEqual(['not-in-force necessity']);
  });

  it('says from when a definition is in force that begins later than its pack', () => {
    const late = codeListDefinition(
      { one: 'One, reworded' },
      { version: '1.1.0', from: day('2027-03-01') },
    );
    const pack = packOf(force, { definitions: [late] });
    const [change, ...others] = packChanges(
      held([], [codeListDefinition({ one: 'One' })]),
      pack,
      TODAY,
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      change: 'changed',
      from: '2027-03-01',
      entries: { changed: ['one'] },
      before: { definition: { version: '1.0.0' } },
    });
  });

  it('says what is withdrawn until a later day, and what comes on that day', () => {
    const late = codeListDefinition({ one: 'Two' }, { version: '2.0.0', from: day('2027-03-01') });
    const next = packOf(force, { version: 2, definitions: [late] });
    const before = packOf(force, { definitions: [codeListDefinition({ one: 'One' })] });
    const changes = packChanges(held([before]), next, TODAY);
    expect(changes.map(({ change, from }) => [change, from])).toEqual([
      ['changed', '2027-03-01'],
      ['withdrawn', undefined],
    ]);
  });

  it('brings nothing where a stronger issuer has its own', () => {
    const stronger = packOf(national, { definitions: [codeListDefinition({ one: 'Theirs' })] });
    expect(of(packChanges(held([stronger]), first, TODAY))[0]).toBe('outranked necessity');
  });

  it('is judged on the first day of the pack, not on the day on which it is taken in', () => {
    const ends = packOf(national, {
      definitions: [codeListDefinition({ one: 'Theirs' })],
      to: day('2026-12-05'),
    });
    const later = { ...first, from: day('2026-12-06') };
    expect(of(packChanges(held([ends]), later, TODAY))[0]).toBe('new necessity');
  });

  it('says that a limit changes though its words do not, and leaves the other limits in force', async () => {
    const limits = ONE_OF_EVERY_KIND['time-limits'];
    const contextOfForce = packContext([force]);
    const made = await readPack(await signedPack(force, { definitions: [limits] }), contextOfForce);
    if (!made.ok) throw new Error('refused');
    const [change] = packChanges(held([], shippedDefinitions()), made.value.pack, TODAY);
    expect(change).toMatchObject({
      change: 'changed',
      entries: { added: [], removed: [], changed: ['first-contact'], outranked: [] },
    });
    expect(change?.after?.displaced.map(({ definition: { id } }) => id)).toEqual(['time-limit']);
  });

  it('is outranked row by row where lists are laid over one another', async () => {
    const limits = ONE_OF_EVERY_KIND['time-limits'];
    const context = packContext([force, national]);
    const read = async (issuer: typeof force, workingDays: number) => {
      const value = [{ ...(limits.value as readonly object[])[0], workingDays }];
      const text = await signedPack(issuer, { definitions: [{ ...limits, value }] });
      const found = await readPack(text, context);
      if (!found.ok) throw new Error('refused');
      return { ...found.value.pack, takenInOn: TODAY };
    };
    const theirs = await read(national, 2);
    const [change] = packChanges(held([theirs], shippedDefinitions()), await read(force, 5), TODAY);
    expect(change).toMatchObject({
      change: 'outranked',
      entries: { added: [], changed: [], outranked: ['first-contact'] },
    });
  });
});
