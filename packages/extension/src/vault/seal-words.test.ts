/** Words of searches for an auditor: sealed here, opened by the command that an auditor runs. */
import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readAuditorKey, sealWords } from './seal-words.js';

const folder = mkdtempSync(join(tmpdir(), 'searches-'));
afterAll(() => rmSync(folder, { recursive: true }));

const auditor = (namedCurve = 'P-256') => generateKeyPairSync('ec', { namedCurve });
const publicPem = (key: KeyObject): string => `${key.export({ type: 'spki', format: 'pem' })}`;
const privatePem = (key: KeyObject): string => `${key.export({ type: 'pkcs8', format: 'pem' })}`;

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const opens = (log: string, key: string) =>
  spawnSync(
    'node',
    [
      resolve('scripts/open-searches.mjs'),
      written('log.csv', log),
      '--key',
      written('key.pem', key),
    ],
    { encoding: 'utf8' },
  );

describe('the words of a search', () => {
  it('are read again by the auditor alone, in the log that was exported', async () => {
    const [keys, others] = [auditor(), auditor()];
    const key = await readAuditorKey(publicPem(keys.publicKey));
    const words = ['Ada Vael', '=cmd|’x’', 'עדה, וֵיל\nstate: open', 'x'.repeat(3000)];
    const sealed = await Promise.all(words.map((each) => sealWords(each, key)));
    const log = sealed.map((each, nth) => `2026-11-2${nth},"DC Marlow",${each}`).join('\n');
    for (const each of words) expect(log).not.toContain(each);
    const opened = opens(log, privatePem(keys.privateKey));
    expect(opened.status).toBe(0);
    expect(opened.stdout.split('\n')).toEqual([
      '2026-11-20,"DC Marlow",“Ada Vael”',
      '2026-11-21,"DC Marlow",“=cmd|’x’”',
      '2026-11-22,"DC Marlow",“עדה, וֵיל / state: open”',
      `2026-11-23,"DC Marlow",“${'x'.repeat(766)}”`,
      '',
    ]);
    const wrong = opens(log, privatePem(others.privateKey));
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).not.toContain('Ada');
    expect(wrong.stderr).toContain('4 of 4 searches were sealed to another key');
  });

  it('are not opened once they were altered, and a log without any says so', async () => {
    const keys = auditor();
    const sealed = await sealWords('Ada', await readAuditorKey(publicPem(keys.publicKey)));
    const at = sealed.length - 9;
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
    expect(opens(`${altered}\n${sealed}`, privatePem(keys.privateKey))).toMatchObject({
      status: 1,
      stdout: '[not opened by this key]\n“Ada”\n',
    });
    const none = opens('2026-11-20,Look', privatePem(keys.privateKey));
    expect(none.status).toBe(2);
    for (const key of ['', 'Dear Sir', privatePem(auditor('P-384').privateKey)])
      expect(opens(sealed, key).stderr).toContain('it must be on the curve P-256');
  });

  it('are of one length and never the same twice, whatever was typed', async () => {
    const key = await readAuditorKey(publicPem(auditor().publicKey));
    const { length } = await sealWords('', key);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async (words) => {
        const [one, two] = [await sealWords(words, key), await sealWords(words, key)];
        expect([one.length, two.length]).toEqual([length, length]);
        expect(one).not.toBe(two);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});

describe('the auditor’s key in a policy', () => {
  it('is taken as PEM or as its base64 alone', async () => {
    const { publicKey } = auditor();
    const whole = publicPem(publicKey);
    const alone = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const keys = await Promise.all(
      [whole, `\n${whole}`, alone].map((each) => readAuditorKey(each)),
    );
    const [point] = keys.map((each) => Buffer.from(each.point).toString('hex'));
    for (const each of keys) expect(Buffer.from(each.point).toString('hex')).toBe(point);
  });

  it.each([
    ['nothing', ''],
    ['other words', 'the DPO’s key'],
    ['a private key', privatePem(auditor().privateKey)],
    ['a key on another curve', publicPem(auditor('P-384').publicKey)],
    ['an RSA key', publicPem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)],
    ['part of a key', publicPem(auditor().publicKey).replace(/\n.{20}/, '\n')],
    ['two keys', publicPem(auditor().publicKey) + publicPem(auditor().publicKey)],
    ['a point that is not on the curve', offCurve()],
  ])('is not %s', async (_, text) => {
    await expect(readAuditorKey(text)).rejects.toMatchObject({
      code: 'CP_POLICY_INVALID',
      message: expect.stringContaining('searches cannot be logged'),
    });
  });
});

/** A key with a point beside the curve. */
function offCurve(): string {
  const der = createPublicKey(privatePem(auditor().privateKey)).export({
    type: 'spki',
    format: 'der',
  });
  const last = der.length - 1;
  der[last] = (der[last] ?? 0) ^ 1;
  return der.toString('base64');
}
