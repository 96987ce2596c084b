import { describe, expect, it } from 'vitest';
import {
  codeListDefinition,
  day,
  ONE_OF_EVERY_KIND,
  packContext,
  signedPack,
  testIssuer,
  unsignedPack,
  written,
} from '../testing/pack-under-test.js';
import { codeListsInForce } from './code-lists-in-force.js';
import { DEFINITION_KINDS } from './definition-kinds.js';
import { readPack, readPacks } from './read-pack.js';
import { shippedDefinitions } from './shipped-definitions.js';
import { signPack } from './sign-pack.js';

const force = testIssuer('force');
const context = packContext([force]);
const every = Object.values(ONE_OF_EVERY_KIND);

const read = (text: string) => readPack(text, context);

const { markdown: TEMPLATE } = ONE_OF_EVERY_KIND.template.value as { readonly markdown: string };

describe('a signed pack', () => {
  it('is read with one definition of every kind', async () => {
    const found = await read(await signedPack(force, { definitions: every }));
    expect(found.issues).toEqual([]);
    if (!found.ok) return;
    expect(found.value.refused).toEqual([]);
    expect(found.value.pack.definitions.map(({ kind }) => kind).sort()).toEqual(
      Object.keys(DEFINITION_KINDS).sort(),
    );
    expect(found.value.fingerprint).toHaveLength(16);
  });

  it('gives its rows the status, source and day of the definition', async () => {
    const found = await read(
      await signedPack(force, { definitions: [ONE_OF_EVERY_KIND['time-limits']] }),
    );
    expect(found.ok && found.value.pack.definitions[0]?.value).toEqual([
      expect.objectContaining({
        id: 'first-contact',
        status: 'proposed',
        source: 'Working paper 7 of the fictional Wendingshire team',
        checkedOn: '2026-11-20',
      }),
    ]);
  });

  it('is read whatever the order and spacing of its text', async () => {
    const text = await signedPack(force, { definitions: every });
    const shuffled = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse()),
    );
    expect((await read(shuffled)).ok).toBe(true);
  });

  it('may name codes of its own lists, wherever they come in the file', async () => {
    const list = codeListDefinition({ visit: 'A visit' }, { id: 'intervention-kind' });
    const trigger = written('triggers', 'visits', [
      {
        id: 'visits',
        version: '1.0.0',
        title: 'Two visits',
        withinDays: 30,
        when: [{ kind: 'intervention', day: 'heldOn', count: 2, where: { kind: ['visit'] } }],
        limit: 'case-review',
      },
    ]);
    const found = await read(await signedPack(force, { definitions: [trigger, list] }));
    expect(found.ok && found.value.refused).toEqual([]);
  });
});

describe('a pack that is refused whole', () => {
  const refuses = async (text: string) => (await read(text)).issues.map(({ code }) => code);

  it('was changed by a letter after it was signed', async () => {
    const text = await signedPack(force, { definitions: every });
    expect(await refuses(text.replace('3 working days', '9 working days'))).toEqual([
      'pack-unsigned',
    ]);
  });

  it('names a key that did not sign it', async () => {
    const other = testIssuer('national');
    expect(await refuses(await signPack(unsignedPack(other), force.sign))).toEqual([
      'pack-unsigned',
    ]);
  });

  it('has two definitions of one id, though one of them may be right', async () => {
    const list = codeListDefinition({ one: 'One' });
    expect(await refuses(await signedPack(force, { definitions: [list, list] }))).toEqual([
      'pack-definition-twice',
    ]);
  });

  it.each([
    ['no JSON', '{'],
    ['something else', '{"format":"cyber-prevent/adapter-pack","version":1}'],
    ['null', 'null'],
  ])('is %s', async (_what, text) => {
    expect(await refuses(text)).toEqual(['pack-unreadable']);
  });

  it('is of another form', async () => {
    expect(await refuses('{"format":"cyber-prevent/pack","version":2}')).toEqual(['pack-version']);
  });

  it('is larger than a pack may be', async () => {
    const [issue] = (await read(' '.repeat(4 * 1024 * 1024 + 1))).issues;
    expect(issue?.message).toContain('4 MB');
  });

  it('ends before it begins', async () => {
    const text = await signedPack(force, {
      pack: { from: day('2026-12-10'), to: day('2026-12-09') },
    });
    expect(await refuses(text)).toEqual(['pack-unreadable']);
  });
});

describe('a definition that is left out and named, while the others are read', () => {
  const leftOut = async (...definitions: readonly object[]) => {
    const good = ONE_OF_EVERY_KIND.signposts;
    const found = await read(await signedPack(force, { definitions: [...definitions, good] }));
    if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join(' '));
    expect(found.value.pack.definitions.map(({ kind }) => kind)).toEqual(['signposts']);
    return found.value.refused;
  };

  it('calls itself official without the key of that body', async () => {
    const [refused] = await leftOut({
      ...codeListDefinition({ one: 'One' }),
      standing: 'official',
    });
    expect(refused?.issues[0]).toMatchObject({
      code: 'pack-not-official',
      at: expect.stringMatching(/^line \d+/),
    });
  });

  it('is of a kind that nobody knows', async () => {
    const [refused] = await leftOut(written('spell', 'hex', {}));
    expect(refused?.issues[0]?.message).toContain('“spell” is not a kind of definition');
  });

  it('is recalled by its own pack', async () => {
    const definitions = [codeListDefinition({ one: 'One' })];
    const recalls = [
      { kind: 'code-list', id: 'necessity', versions: '*', reason: 'Two rows were swapped.' },
    ];
    const found = await read(await signedPack(force, { definitions, recalls }));
    expect(found.ok && found.value.refused[0]?.issues[0]?.code).toBe('pack-recalls-itself');
  });

  it.each([
    [
      'a code twice on one day',
      {
        codes: [
          { code: 'a', label: 'A' },
          { code: 'a', label: 'B' },
        ],
      },
    ],
    ['a code under one that is not there', { codes: [{ code: 'a', label: 'A', under: 'z' }] }],
    [
      'a code that ends before it begins',
      { codes: [{ code: 'a', label: 'A', from: '2026-02-02', to: '2026-02-01' }] },
    ],
    ['another id inside', { id: 'marking' }],
    ['a member that does not belong', { script: 'alert(1)' }],
    ['no code', { codes: [] }],
    ['a mark that nobody sees in its words', { codes: [{ code: 'a', label: 'Vic\u200Btim' }] }],
    [
      'more codes than a list may have',
      { codes: Array.from({ length: 2001 }, (_, nth) => ({ code: `c${nth}`, label: 'C' })) },
    ],
    ['the name of a prototype', JSON.parse('{"__proto__":{"codes":[]}}') as object],
  ])('is a code list with %s', async (_what, wrong) => {
    const value = { ...codeListDefinition({ one: 'One' }).value, ...wrong };
    const whole = Object.hasOwn(wrong, '__proto__')
      ? (JSON.parse(`{"id":"necessity","title":"x","codes":[],"__proto__":{"a":1}}`) as object)
      : value;
    const [refused] = await leftOut(written('code-list', 'necessity', whole));
    expect(refused?.issues.length).toBeGreaterThan(0);
    expect(refused?.issues[0]?.at).toMatch(/^line \d+/);
  });

  it('is a template with a path that no case has, with its line in the template', async () => {
    const markdown =
      '---\nid: our-letter\ntitle: A letter\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\n---\n\n:value[subject.shoeSize]\n';
    const [refused] = await leftOut(written('template', 'our-letter', { markdown }));
    expect(refused?.issues[0]?.at).toMatch(/^line \d+.*in the template line 8/);
  });

  it('is a limit in hours of something that begins on a day', async () => {
    const [refused] = await leftOut(
      written('time-limits', 'ours', [
        { id: 'first-contact', hours: 12, words: 'Within 12 hours' },
      ]),
    );
    expect(refused?.issues[0]?.message).toContain('hours are for a limit');
  });

  it.each([
    [
      'conditions',
      [{ ...firstRow('conditions'), kinds: ['no-such-order'] }],
      '“no-such-order” is not a code',
    ],
    [
      'signposts',
      [{ ...firstRow('signposts'), reason: 'no-such-reason' }],
      '“no-such-reason” is not a code',
    ],
    [
      'time-limits',
      [firstRow('time-limits'), firstRow('time-limits')],
      '“first-contact” is there twice',
    ],
    ['host-classes', [{ class: 'never', domain: ['pnc.example'] }], '“domain” is not part of'],
    ['host-classes', [{ class: 'never' }], 'Name at least one host'],
    [
      'instrument',
      JSON.stringify(ONE_OF_EVERY_KIND.instrument.value),
      'cannot be read as an instrument',
    ],
    [
      'instrument',
      { ...(ONE_OF_EVERY_KIND.instrument.value as object), version: '2.0.0' },
      'Use one version',
    ],
    ['template', { markdown: `${'>'.repeat(5000)} deep` }, 'nested too deeply'],
    [
      'template',
      { markdown: TEMPLATE.replace('-SENSITIVE', '') },
      'Write marking: OFFICIAL-SENSITIVE',
    ],
    ['template', { markdown: `${TEMPLATE}\n\nOFFICIAL` }, 'the toolkit writes the marking'],
    [
      'template',
      { markdown: TEMPLATE.replace('our-letter', 'force-notice') },
      'Use a different id',
    ],
    ['triggers', [], 'Give from 1'],
    [
      'order-rules',
      orderRules({ consults: 'nobody' }),
      '“nobody” is not a code of the list “agency”',
    ],
    ['order-rules', orderRules({ outcomes: ['99'] }), '“99” is not a code'],
    [
      'reply-words',
      { ...(ONE_OF_EVERY_KIND['reply-words'].value as object), status: 'official' },
      'status',
    ],
  ] as const)('is of the kind %s and wrong in itself', async (kind, value, message) => {
    const { id } = ONE_OF_EVERY_KIND[kind];
    const definition = written(kind, id, value);
    const found = await read(await signedPack(force, { definitions: [definition] }));
    expect(found.ok && found.value.pack.refused).toEqual([{ kind, id }]);
    expect(found.ok && found.value.refused[0]?.issues[0]?.message).toContain(message);
  });

  it('has rules under an id of its own, beside those that are in use', async () => {
    const [refused] = await leftOut({ ...ONE_OF_EVERY_KIND['order-rules'], id: 'our-orders' });
    expect(refused?.issues[0]?.message).toContain('Use it as the id');
  });

  it('has no head that can be read', async () => {
    const [refused] = await leftOut({ kind: 'code-list' });
    expect(refused).toMatchObject({ kind: 'code-list', title: 'Definition 1' });
  });
});

it('takes a definition as official from the body whose key is pinned for it, and from nobody else', async () => {
  const official = [{ kind: 'code-list', ids: ['home-office-outcome'] }];
  const national = testIssuer('national', 'National unit', { official });
  const definitions = ['home-office-outcome', 'necessity'].map((id) => ({
    ...codeListDefinition({ one: 'One' }, { id }),
    standing: 'official',
  }));
  const found = await readPack(
    await signedPack(national, { definitions }),
    packContext([national, force]),
  );
  if (!found.ok) throw new Error('refused');
  expect(found.value.pack.definitions.map(({ id, standing }) => [id, standing])).toEqual([
    ['home-office-outcome', 'official'],
  ]);
  expect(found.value.refused.map(({ id }) => id)).toEqual(['necessity']);
});

it('reads several packs the same in whatever order they come', async () => {
  const lists = await signedPack(force, {
    pack: { id: 'lists' },
    definitions: [codeListDefinition({ ours: 'Our kind' }, { id: 'intervention-kind' })],
  });
  const rules = await signedPack(force, {
    pack: { id: 'rules' },
    definitions: [
      written('triggers', 'ours', [
        {
          id: 'ours',
          version: '1.0.0',
          title: 'Two of our kind',
          withinDays: 30,
          when: [{ kind: 'intervention', day: 'heldOn', count: 2, where: { kind: ['ours'] } }],
          limit: 'case-review',
        },
      ]),
    ],
  });
  const shipped = shippedDefinitions();
  for (const texts of [
    [lists, rules],
    [rules, lists],
  ]) {
    const kept = texts.map((text) => ({ text, takenInOn: day('2026-11-30') }));
    const { packs, unread } = await readPacks(kept, context, (read) =>
      codeListsInForce({ shipped, packs: read, issuers: context.issuers }, day('2026-12-01')),
    );
    expect(unread).toEqual([]);
    expect(packs.flatMap(({ refused }) => refused)).toEqual([]);
    expect(packs.map(({ pack: { takenInOn } }) => takenInOn)).toEqual(['2026-11-30', '2026-11-30']);
  }
});

function firstRow(kind: 'conditions' | 'signposts' | 'time-limits'): object {
  const [row] = ONE_OF_EVERY_KIND[kind].value as readonly object[];
  return row ?? {};
}

function orderRules(more: object): object {
  const value = ONE_OF_EVERY_KIND['order-rules'].value as { readonly kinds: readonly object[] };
  return { ...value, kinds: value.kinds.map((each) => ({ ...each, ...more })) };
}
