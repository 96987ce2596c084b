/** Whatever is wrong with an edition is told at once, with its place, before anything is made. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEdition } from './edition-file.mjs';
import { makeEdition } from './make-edition.mjs';

const texts = { type: 'array', items: { type: 'string' } };
const SCHEMA = {
  type: 'object',
  properties: {
    lockMinutes: { type: 'integer' },
    setup: { type: 'object', properties: { force: { type: 'string' } } },
    adapters: texts,
  },
};
const WITH_PACKS = {
  type: 'object',
  properties: {
    ...SCHEMA.properties,
    packs: {
      type: 'object',
      properties: {
        files: texts,
        issuers: {
          type: 'array',
          items: { type: 'object', properties: { fingerprint: { type: 'string' } } },
        },
      },
    },
  },
};
const PACK = '{ "format": "cyber-prevent/pack", "issuer": { "signingKey": "key" } }';
/** SHA-256 of the key above. */
const FINGERPRINT =
  '2c70 e12b 7a06 46f9 2279 f427 c7b3 8e73 34d8 e538 9cff 167a 1dc3 0e73 f826 b683';
const WHOLE = {
  name: 'Wendingshire',
  release: 3,
  key: 'key.pem',
  firefoxId: 'cyber-prevent@wendingshire.example',
  hostedAt: 'https://software.wendingshire.example/',
  plugins: ['plugin'],
  policy: 'policy.json',
};
const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edition-'));
  mkdirSync(join(folder, 'plugin'));
  mkdirSync(join(folder, 'empty'));
  writes('plugin/package.json', '{}');
  writes('key.pem', KEY.export({ type: 'spki', format: 'pem' }));
  writes('policy.json', '{ "lockMinutes": 5 }');
  writes('pack.json', PACK);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const writes = (name, text) => writeFileSync(join(folder, name), text);

function reads(more = {}, schema = SCHEMA) {
  writes('edition.json', JSON.stringify({ ...WHOLE, ...more }));
  return readEdition(join(folder, 'edition.json'), schema);
}

/** The faults of an edition, as `place: words`. */
function faultsOf(more, schema) {
  try {
    reads(more, schema);
    return [];
  } catch (error) {
    return error.faults.map(({ where, what }) => `${where}: ${what}`);
  }
}

it('reads an edition with all that it names', () => {
  expect(reads()).toMatchObject({
    name: 'Wendingshire',
    release: 3,
    key: KEY.export({ type: 'spki', format: 'der' }).toString('base64'),
    id: expect.stringMatching(/^[a-p]{32}$/),
    plugins: [join(folder, 'plugin')],
    policy: { lockMinutes: 5 },
  });
});

it('needs neither plugins nor a policy', () => {
  const { plugins: _, policy: __, ...least } = WHOLE;
  writes('edition.json', JSON.stringify(least));
  expect(readEdition(join(folder, 'edition.json'), SCHEMA)).toMatchObject({
    plugins: [],
    policy: {},
  });
});

describe('a fault', () => {
  it.each([
    [{ name: '' }, 'name: Write something here'],
    [{ name: 'N'.repeat(46) }, 'name: Use 45 characters or fewer'],
    [{ name: undefined }, 'name: This is missing. Add it'],
    [{ nmae: 'North' }, /^nmae: An edition has no such member. It has name, release, key,/],
    [{ release: 1.5 }, 'release: Write a whole number'],
    [{ release: 0 }, 'release: Begin with 1'],
    [{ release: 65_536 }, 'release: Use 65535 or less'],
    [{ firefoxId: 'wendingshire' }, /^firefoxId: Write it like/],
    [{ firefoxId: 'cyber-prevent@toolkit.example' }, /^firefoxId: This is the id of the toolkit/],
    [{ hostedAt: 'http://software.example/' }, /^hostedAt: Write an https/],
    [{ hostedAt: 'https://software.example' }, /^hostedAt: .*ends with a slash$/],
    [{ key: 'other.pem' }, 'key (other.pem): There is no such file'],
    [{ key: 'policy.json' }, /^key \(policy.json\): This is not a public key/],
    [{ plugins: 'plugin' }, 'plugins: Write a list in square brackets'],
    [{ plugins: ['gone.tgz'] }, 'plugins[0] (gone.tgz): There is no such file or folder'],
    [{ plugins: ['plugin', 'empty'] }, /^plugins\[1\] \(empty\): There is no package.json/],
    [{ plugins: ['policy.json'] }, /^plugins\[0\] \(policy.json\): Name a tarball/],
    [{ policy: 'gone.json' }, 'policy (gone.json): There is no such file'],
    [{ policy: 'key.pem' }, /^policy \(key.pem\): This is not JSON/],
  ])('of %j is told with its place', (more, words) => {
    expect(faultsOf(more)).toEqual([
      typeof words === 'string' ? words : expect.stringMatching(words),
    ]);
  });

  it.each([
    ['{ "lockMinuts": 5 }', /^policy.lockMinuts: .* It has lockMinutes, setup, adapters$/],
    ['{ "lockMinutes": "5" }', 'policy.lockMinutes: Write a whole number here'],
    ['{ "setup": { "force": 43 } }', 'policy.setup.force: Write text in quotes here'],
    ['{ "setup": { "county": "43" } }', /^policy.setup.county: This release has no such/],
    ['{ "adapters": ["{}", {}] }', 'policy.adapters[1]: Write text in quotes here'],
    ['[]', 'policy: Write an object in braces here'],
  ])('of the policy %s is told with its place', (text, words) => {
    writes('policy.json', text);
    expect(faultsOf()).toEqual([typeof words === 'string' ? words : expect.stringMatching(words)]);
  });

  it('of the file itself is told with the words there', () => {
    writes('edition.json', '{\n  "name": North\n}');
    expect(() => readEdition(join(folder, 'edition.json'), SCHEMA)).toThrow(
      /^edition \(edition.json\): This is not JSON: .*North/s,
    );
  });

  it('does not hide another', () => {
    writes('policy.json', '{ "lockMinutes": "5" }');
    expect(faultsOf({ key: 'gone.pem', plugins: ['empty'] })).toHaveLength(3);
  });

  it('leaves nothing half made', () => {
    writes('edition.json', JSON.stringify({ ...WHOLE, key: 'gone.pem' }));
    const out = join(folder, 'made');
    expect(() => makeEdition({ file: join(folder, 'edition.json'), out, schema: SCHEMA })).toThrow(
      'There is no such file',
    );
    expect(existsSync(out)).toBe(false);
  });
});

it('is not made over a folder with something else in it', () => {
  writes('edition.json', JSON.stringify(WHOLE));
  expect(() =>
    makeEdition({ file: join(folder, 'edition.json'), out: folder, schema: SCHEMA }),
  ).toThrow('There is something else in this folder');
  expect(existsSync(join(folder, 'key.pem'))).toBe(true);
});

it.each([
  ['key', { id: 'a'.repeat(32), firefoxId: WHOLE.firefoxId }],
  ['firefoxId', { firefoxId: 'cyber-prevent@earlier.example' }],
])(
  'is not made over an edition with another id, whose vaults it would leave behind: %s',
  (where, made) => {
    const { id } = reads();
    const out = join(folder, 'made');
    mkdirSync(out);
    const earlier = JSON.stringify({ id, ...made });
    writes('made/made.json', earlier);
    const make = () => makeEdition({ file: join(folder, 'edition.json'), out, schema: SCHEMA });
    expect(make).toThrow(new RegExp(`^${where}: .*officers would find empty vaults`));
    expect(readFileSync(join(out, 'made.json'), 'utf8')).toBe(earlier);
  },
);

describe('a pack', () => {
  it('goes into the policy after those that are there', () => {
    const issuers = [{ fingerprint: FINGERPRINT.toUpperCase() }];
    writes('policy.json', JSON.stringify({ packs: { issuers, files: ['first'] } }));
    const { packs, policy } = reads({ packs: ['pack.json'] }, WITH_PACKS);
    expect(policy).toEqual({ packs: { issuers, files: ['first', PACK] } });
    expect(packs).toEqual([{ where: 'packs[0] (pack.json)', text: PACK }]);
  });

  it('of an issuer that the policy does not pin is refused, with the fingerprint to compare', () => {
    expect(faultsOf({ packs: ['pack.json'] }, WITH_PACKS)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^packs\\[0\\] \\(pack.json\\): No officer would be given it, .*: ${FINGERPRINT}$`,
        ),
      ),
    ]);
  });

  it('without a key is refused', () => {
    writes('pack.json', '{ "format": "cyber-prevent/pack" }');
    expect(faultsOf({ packs: ['pack.json'] }, WITH_PACKS)).toEqual([
      expect.stringContaining('It does not say which key signed it'),
    ]);
  });

  it('is one of 20 at most, with those of the policy', () => {
    writes('policy.json', JSON.stringify({ packs: { files: Array(20).fill(PACK) } }));
    expect(faultsOf({ packs: ['pack.json'] }, WITH_PACKS)).toEqual([
      expect.stringMatching(/^packs: A policy hands out 20 packs at most/),
    ]);
  });

  it('is a pack by its format', () => {
    expect(faultsOf({ packs: ['policy.json'] }, WITH_PACKS)).toEqual([
      'packs[0] (policy.json): This is not a pack: its format is not “cyber-prevent/pack”',
    ]);
  });
});
