/** Faults of a pack, each with words that say what is wrong, where, and what to do. */
import { describe, expect, it } from 'vitest';
import {
  codeListDefinition,
  day,
  ONE_OF_EVERY_KIND,
  type PackParts,
  packContext,
  signedPack,
  testIssuer,
  unsignedPack,
  written,
} from '../testing/pack-under-test.js';
import { readPack } from './read-pack.js';

const force = testIssuer('force');
const context = packContext([force]);

async function wholeFault(text: string) {
  const read = await readPack(text, context);
  expect(read.ok).toBe(false);
  expect(read.issues).toHaveLength(1);
  return read.issues[0];
}

async function faultsOf(definition: object, parts: PackParts = {}) {
  const text = await signedPack(force, { ...parts, definitions: [definition] });
  const read = await readPack(text, context);
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join(' '));
  const lines = text.split('\n');
  return (read.value.refused[0]?.issues ?? []).map(({ message, at }) => {
    const line = Number(/^line (\d+)/.exec(at ?? '')?.[1]);
    return `${message} | ${lines[line - 1]?.trim() ?? ''}`;
  });
}

/** A definition of that kind with other members of its value. */
const having = (kind: keyof typeof ONE_OF_EVERY_KIND, more: object, head: object = {}) => {
  const one = ONE_OF_EVERY_KIND[kind];
  return { ...one, ...head, value: { ...(one.value as object), ...more } };
};
const row = (kind: keyof typeof ONE_OF_EVERY_KIND, more: object) => {
  const one = ONE_OF_EVERY_KIND[kind];
  return { ...one, value: [{ ...(one.value as readonly object[])[0], ...more }] };
};
const rowsOf = (kind: keyof typeof ONE_OF_EVERY_KIND, name: string) =>
  (ONE_OF_EVERY_KIND[kind].value as Readonly<Record<string, readonly object[]>>)[name] ?? [];
const twice = (kind: keyof typeof ONE_OF_EVERY_KIND, name: string) => {
  const [first] = rowsOf(kind, name);
  return having(kind, { [name]: [first, first] });
};
const list = (...codes: readonly object[]) =>
  having('code-list', { codes: [...codes, { code: 'z', label: 'Z' }] });

describe('a file that is no signed pack', () => {
  it.each([
    ['{"format": "cyber-prevent/pack"', 'it ends too early', 'line 1, column 32'],
    ['{"format": "cyber-pre', 'no closing quotation mark', 'line 1, column 12'],
    ['{"format": 1,\n "format": 2}', 'The same key is here twice: “format”', 'line 2, column 2'],
    ['{"a": 1}\n// more', 'more text after its end', 'line 2, column 1'],
    ['['.repeat(100), 'nested too deeply: 24 levels at most', 'line 1, column 25'],
  ])('says what is wrong with %s, and where', async (text, words, at) => {
    const fault = await wholeFault(text);
    expect(fault).toMatchObject({ code: 'pack-unreadable', at });
    expect(fault?.message).toContain(words);
  });

  it('says that a source is not signed yet, and that another file is of another format', async () => {
    const source = unsignedPack(force);
    for (const text of [
      JSON.stringify(source),
      JSON.stringify({ format: 'cyber-prevent/pack', version: 1, ...source }),
    ])
      expect((await wholeFault(text))?.message).toContain('not signed yet');
    const other = await wholeFault('{"format":"cyber-prevent/adapter-pack","version":1}');
    expect(other?.message).toContain('of the format “cyber-prevent/adapter-pack”');
  });

  it('says each fault once', async () => {
    const [fault, ...others] = await faultsOf(having('code-list', {}, { checkedOn: '1 May 2026' }));
    expect(fault).toContain('Enter a real date, like 2026-11-24 | "checkedOn": "1 May 2026"');
    expect(others).toEqual([]);
  });
});

describe('a definition with a fault is left out, with words and the line', () => {
  it.each([
    [
      'a kind of order twice',
      twice('order-rules', 'kinds'),
      /is there twice\. Remove one of them\. \| "kind"/,
    ],
    [
      'a tier twice',
      twice('monitoring-rules', 'tiers'),
      /is there twice\. Remove one of them\. \| "tier"/,
    ],
    [
      'an outcome twice',
      twice('reply-words', 'replies'),
      /is there twice\. Remove one of them\. \| "outcome"/,
    ],
    [
      'a code that narrows itself',
      list({ code: 'a', label: 'A', under: 'a' }),
      /“a” narrows itself/,
    ],
    [
      'a code with codes of no list',
      list({ code: 'a', label: 'A', onlyWith: { nowhere: ['x'] } }),
      /there is no such list\. \| "nowhere"/,
    ],
    [
      'a day of checking after it was made',
      having('code-list', {}, { checkedOn: '2031-01-01' }),
      /after 2026-11-26.* \| "checkedOn"/,
    ],
    [
      'a row checked after it was made',
      row('conditions', { checkedOn: '2031-01-01' }),
      /after 2026-11-26.* \| "checkedOn"/,
    ],
    [
      'a row that ends before it begins',
      row('conditions', { from: '2026-12-02', to: '2026-12-01' }),
      /ends before it begins\. \| "to"/,
    ],
    [
      'a day before the pack',
      having('code-list', {}, { from: '2026-11-29' }),
      /“from” is outside the days of the pack.* \| "from"/,
    ],
    [
      'a day after the pack',
      having('code-list', {}, { to: '2029-01-01' }),
      /“to” is outside the days of the pack.* \| "to"/,
    ],
    [
      'a mark that turns the line',
      row('conditions', { words: 'Attend \u202Ethe club' }),
      /“words” has marks that do not show.* \| "words"/,
    ],
    [
      'a mark of no width',
      row('signposts', { to: 'The\u200B club' }),
      /“to” has marks that do not show/,
    ],
    [
      'a control',
      row('triggers', { title: 'Two\u0000 contacts' }),
      /“title” has marks that do not show/,
    ],
    [
      'half of a sign',
      having('letterhead', { letterhead: 'Force \uD83D' }),
      /“letterhead” has marks that do not show/,
    ],
    [
      'a title of two lines',
      having('code-list', {}, { title: 'Two\nlines' }),
      /“title” is one line.* \| "title"/,
    ],
    ['a contact of two lines', having('letterhead', { contact: 'a\nb' }), /“contact” is one line/],
    [
      'words without end',
      row('conditions', { words: 'x'.repeat(5001) }),
      /Use 5000 characters or fewer/,
    ],
    [
      'a letterhead without end',
      having('letterhead', { letterhead: 'x'.repeat(2001) }),
      /Use 2000 characters or fewer/,
    ],
    [
      'another id than a letterhead has',
      { ...ONE_OF_EVERY_KIND.letterhead, id: 'ours' },
      /Use it as the id\. \| "id": "ours"/,
    ],
    [
      'a number too low',
      row('time-limits', { workingDays: -4 }),
      /it must be \d+ or more\. \| "workingDays"/,
    ],
    [
      'a number in quotes',
      row('time-limits', { workingDays: '4' }),
      /it must be a number, without quotes/,
    ],
    [
      'a code of other signs',
      list({ code: 'Mesh Club', label: 'A' }),
      /it must be letters, digits and single hyphens/,
    ],
    [
      'an unknown host',
      row('host-classes', { domains: ['uk'] }),
      /“uk” is not a whole host name.* \| "domains"|“uk” is not a whole host name/,
    ],
    ['a word of one letter', row('host-classes', { words: ['a'] }), /“a” is too short/],
    [
      'an unknown code',
      row('conditions', { aim: 'nope' }),
      /“nope” is not a code of the list “condition-aim”\. \| "aim"/,
    ],
  ] as const)('%s', async (_what, definition, words) => {
    const found = await faultsOf(definition, { pack: { to: day('2028-03-31') } });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(words);
  });

  it('codes that narrow each other, in a circle of any length', async () => {
    const found = await faultsOf(
      list(
        { code: 'a', label: 'A', under: 'b' },
        { code: 'b', label: 'B', under: 'c' },
        { code: 'c', label: 'C', under: 'a' },
        { code: 'd', label: 'D', under: 'a' },
      ),
    );
    expect(found).toHaveLength(3);
    for (const each of found) expect(each).toMatch(/narrows itself, at once or through others/);
  });

  it('keeps text of several lines, and joiners that are part of a sign', async () => {
    expect(await faultsOf(having('letterhead', { letterhead: 'Force\n👩‍💻 Team' }))).toEqual([]);
    expect(await faultsOf(row('conditions', { words: 'Attend.\nAsk first.' }))).toEqual([]);
  });

  it('takes a code that is only with codes of a list later in the same pack', async () => {
    const one = written('code-list', 'our-one', {
      id: 'our-one',
      title: 'One',
      codes: [{ code: 'a', label: 'A', onlyWith: { 'our-two': ['b'] } }],
    });
    const two = codeListDefinition({ b: 'B' }, { id: 'our-two' });
    const read = await readPack(await signedPack(force, { definitions: [one, two] }), context);
    expect(read.ok && read.value.refused).toEqual([]);
  });

  it('says of a trigger whose list was left out that the list comes first', async () => {
    const kinds = written('code-list', 'intervention-kind', {
      id: 'intervention-kind',
      title: 'Kinds',
      codes: [{ code: 'Mesh Club', label: 'Club' }],
    });
    const trigger = row('triggers', {
      when: [{ kind: 'intervention', day: 'heldOn', count: 2, where: { kind: ['mesh-club'] } }],
    });
    const read = await readPack(
      await signedPack(force, { definitions: [trigger, kinds] }),
      context,
    );
    const messages = read.ok ? read.value.refused.map(({ issues }) => issues[0]?.message) : [];
    expect(messages[1]).toBe(
      '“mesh-club” is not a code of the list “intervention-kind”. The list of this pack was left out: put that right first.',
    );
  });
});

it('leaves out a recall with a fault alone, and takes the others', async () => {
  const good = { kind: 'template', id: 'first-visit', versions: '<3.0', reason: 'It was wrong.' };
  const recalls = [
    { ...good, kind: 'posters' },
    { ...good, versions: 'old' },
    { ...good, reason: 'Two\nlines' },
    good,
  ];
  const read = await readPack(await signedPack(force, { recalls }), context);
  if (!read.ok) throw new Error('refused');
  expect(read.value.pack.recalls).toEqual([good]);
  expect(read.value.pack.refused).toEqual([]);
  expect(read.value.refusedRecalls.map(({ issues }) => issues[0]?.message)).toEqual([
    expect.stringContaining('“posters” is not a kind of definition'),
    expect.stringContaining('Write versions like'),
    expect.stringContaining('“reason” is one line'),
  ]);
  for (const { issues } of read.value.refusedRecalls) expect(issues[0]?.at).toMatch(/^line \d+/);
});

it('refuses a pack whose own title has marks that do not show', async () => {
  const fault = await wholeFault(await signedPack(force, { pack: { title: 'Our\u202E pack' } }));
  expect(fault).toMatchObject({ code: 'pack-unreadable', at: expect.stringMatching(/^line/) });
});
