import { beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { fixturePages } from '../../testing/fixture-page.js';
import { at, digest, officerWithKey, verifyByKey } from '../../testing/store/signed-chain.js';
import type { Adapter } from '../adapter/adapter.js';
import { teachAdapter } from '../teach/teach-adapter.js';
import { type AdapterFile, adapterFile, checkAdapterFile } from './proof-file.js';
import { recordFixture } from './proof-fixture.js';
import { adapterPack, checkAdapterPack } from './proof-pack.js';
import { proveFile } from './proof-run.js';

const [page] = fixturePages;

function taughtFile(id = 'my-system/referral'): AdapterFile {
  const snapshot = snapshotOfHtml(page?.html ?? '', { url: page?.url ?? '' });
  const reading = readPage(snapshot);
  const [name, born] = reading.values;
  const adapter = teachAdapter({
    snapshot,
    reading,
    taught: [
      { path: 'subject.name', valueId: name?.id ?? '' },
      { path: 'subject.bornOn', valueId: born?.id ?? '' },
    ],
    about: { id, title: 'Referral', owner: 'Test desk', version: '1.0.0' },
  });
  if (!adapter.ok) throw new Error('not taught');
  const recorded = recordFixture(snapshot, adapter.value, { name: 'referral-1', seed: 1 });
  if (!recorded.ok) throw new Error('not recorded');
  return {
    adapter: { ...adapter.value, fixtures: ['referral-1'] },
    fixtures: [recorded.value.fixture],
  };
}

let file: AdapterFile;
let text: string;
beforeAll(() => {
  file = taughtFile();
  text = adapterFile(file.adapter, file.fixtures);
});

const codes = ({ issues }: { issues: readonly { code: string }[] }) =>
  issues.map(({ code }) => code);

describe('an adapter file', () => {
  it('reads as it was written', () => {
    expect(checkAdapterFile(text)).toEqual({ ok: true, value: file, issues: [] });
    expect(checkAdapterFile(`\uFEFF${text}`)).toMatchObject({ value: file });
  });

  it('says when it is loaded that it reads what it says', () => {
    const checked = checkAdapterFile(text);
    expect(checked.ok && proveFile(checked.value)).toMatchObject({
      isProved: true,
      message: 'Proved today: 4 of 4 fields.',
    });
  });

  it('says which fields no longer read so', () => {
    const { screens, ...adapter } = file.adapter;
    const other: Adapter = {
      ...adapter,
      screens: screens.map((screen) => ({
        ...screen,
        fields: { ...screen.fields, 'subject.bornOn': [{ label: 'Full name', owner: 'Referrer' }] },
      })),
    };
    const proof = proveFile({ ...file, adapter: other });
    expect(proof.isProved).toBe(false);
    expect(proof.fixtures[0]?.wrong).toContain('subject.bornOn');
    expect(proof.message).toMatch(/^Not proved: \d of 4 fields read as the file says/);
  });

  it('may be an adapter alone, which nothing proves', () => {
    const { fixtures: _, ...rest } = file.adapter;
    const plain = { ...rest, fixtures: [] };
    const checked = checkAdapterFile(JSON.stringify(plain, undefined, 2));
    expect(checked).toEqual({ ok: true, value: { adapter: plain, fixtures: [] }, issues: [] });
    expect(checked.ok && proveFile(checked.value)).toMatchObject({ isProved: false, of: 0 });
  });

  it('is refused in a sentence when another release made it', () => {
    expect(codes(checkAdapterFile(text.replace('"version":1,', '"version":2,')))).toEqual([
      'adapter-file-version',
    ]);
    const newer = checkAdapterFile(text.replace('">=0.0.1"', '">=9"'));
    expect(newer.issues).toMatchObject([{ code: 'adapter-invalid', at: 'line 7, column 3' }]);
    expect(newer.issues[0]?.message).toContain('needs a newer release');
  });

  it.each([
    [
      'a key that is not one',
      (each: string) => each.replace('"fixtures": [', '"run": "x",\n"fixtures": ['),
    ],
    ['a page that is none', (each: string) => each.replace('"tree":["",0,0', '"tree":["x",0,0')],
    [
      'a tree that is not compact',
      (each: string) =>
        each.replace(
          /"tree":\[.*\]\}\],"unread"/,
          '"tree":{"type":"root","children":[]}}],"unread"',
        ),
    ],
    [
      'a page of another version',
      (each: string) => each.replace('"snapshot":{"version":1', '"snapshot":{"version":2'),
    ],
    [
      'a field that is not one',
      (each: string) => each.replace('"fields":{', '"fields":{"subject.nme":["x"],'),
    ],
    [
      'a fixture that the adapter does not name',
      (each: string) => each.replace('"name":"referral-1"', '"name":"referral-2"'),
    ],
    [
      'a key twice',
      (each: string) => each.replace('"fixtures": [', '"adapter": {},\n"fixtures": ['),
    ],
    ['an end cut off', (each: string) => each.slice(0, -10)],
  ])('is refused with %s', (_, spoil) => {
    const spoilt = spoil(text);
    expect(spoilt).not.toBe(text);
    const checked = checkAdapterFile(spoilt);
    expect(checked.ok).toBe(false);
    for (const { code, message } of checked.issues) {
      expect(code).toBe('adapter-invalid');
      expect(message).toMatch(/\.$/);
    }
  });

  it('cannot be made with two fixtures of one name', () => {
    const [fixture] = file.fixtures;
    const twice = fixture ? [fixture, fixture] : [];
    expect(() => adapterFile(file.adapter, twice)).toThrow('The names of the recorded pages');
  });
});

describe('a pack', () => {
  const { signer, key } = officerWithKey('0ff1ce00');
  const about = {
    title: 'Adapters of the region',
    name: 'DC Test',
    force: 'Testshire',
    signingKey: key.signingKey,
    madeAt: at(1),
  };
  const verifier = { verify: verifyByKey, digest };
  const made = () => adapterPack([file, taughtFile('my-system/other')], signer, about);

  it('says who signed it, when and with which key', async () => {
    const checked = await checkAdapterPack(await made(), verifier);
    expect(checked).toMatchObject({
      ok: true,
      value: {
        title: 'Adapters of the region',
        by: { officer: signer.officer, name: 'DC Test', force: 'Testshire' },
        madeAt: at(1),
      },
    });
    const pack = checked.ok ? checked.value : undefined;
    expect(pack?.files[0]).toEqual(file);
    expect(pack?.fingerprint.join('')).toBe(await digest(key.signingKey));
    expect(pack?.fingerprint).toHaveLength(16);
  });

  it('is refused when a letter of it was changed, or another key signed', async () => {
    const text = await made();
    const other = officerWithKey('0ff1ce00').key.signingKey;
    for (const spoilt of [
      text.replace('Full name', 'Full Name'),
      text.replace('Testshire', 'Testshira'),
      text.replace(key.signingKey, other),
      text.replace('"title":"Adapters', '"extra":1,"title":"Adapters'),
    ]) {
      expect(spoilt).not.toBe(text);
      const checked = await checkAdapterPack(spoilt, verifier);
      expect(checked.ok).toBe(false);
      expect(codes(checked)[0]).toMatch(/^adapter-pack-un(?:signed|readable)$/);
    }
  });

  it('is refused in a sentence with a number that JSON cannot hold', async () => {
    const text = await made();
    const spoilt = text.replace('"version":1,"frames"', '"version":1,"x":1e999,"frames"');
    const other = spoilt === text ? text.replace(/"unread":\[\]/, '"unread":[1e999]') : spoilt;
    expect(other).not.toBe(text);
    expect(codes(await checkAdapterPack(other, verifier))).toEqual(['adapter-pack-unsigned']);
  });

  it('does not pass for a signature of another kind', async () => {
    const text = await made();
    const { signature: _, ...unsigned } = JSON.parse(text);
    const { canonical } = await import('../../shared/canonical.js');
    const signature = await signer.sign(canonical(unsigned));
    const forged = JSON.stringify({ ...unsigned, signature });
    expect(codes(await checkAdapterPack(forged, verifier))).toEqual(['adapter-pack-unsigned']);
  });

  it('says when it is of another release, or none at all', async () => {
    const text = await made();
    const other = text.replace(/"version":1\}\n$/, '"version":2}\n');
    expect(codes(await checkAdapterPack(other, verifier))).toEqual(['adapter-pack-version']);
    for (const none of ['', '{}', 'null', '[1]', adapterFile(file.adapter, file.fixtures)])
      expect(codes(await checkAdapterPack(none, verifier))).toEqual(['adapter-pack-unreadable']);
  });

  it('is not made of nothing, or of one adapter twice', async () => {
    await expect(adapterPack([], signer, about)).rejects.toThrow('from 1 to 50');
    await expect(adapterPack([file, file], signer, about)).rejects.toThrow('each once');
  });
});
