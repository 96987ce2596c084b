/**
 * Signs a definition pack, reads it as the toolkit does, and prints the fingerprint of its key.
 *
 *   node sign.mjs PACK.json KEY.json SIGNED.json RANK
 *
 * RANK is whose key it is: officer, region, force or national.
 * Makes the key if KEY.json is not there. Keep that file secret: whoever has it can issue packs in your name.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gatherCodeLists } from '@cyber-prevent/core';
import {
  ISSUER_RANKS,
  packChanges,
  readPack,
  shippedDefinitions,
  signPack,
  takeIn,
} from '@cyber-prevent/core/pack';

const { subtle } = globalThis.crypto;
const bytes = (text) => new TextEncoder().encode(text);

async function makeKey(path) {
  const { privateKey } = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  mkdirSync(dirname(path), { recursive: true });
  const key = await subtle.exportKey('jwk', privateKey);
  writeFileSync(path, JSON.stringify(key), { flag: 'wx', mode: 0o600 });
}

/** The public half, as a pack names it, and a signer with the private one. */
async function readKey(path) {
  const jwk = JSON.parse(readFileSync(path, 'utf8'));
  const key = await subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
  return {
    signingKey: jwk.x,
    sign: async (text) =>
      Buffer.from(await subtle.sign('Ed25519', key, bytes(text))).toString('base64url'),
  };
}

/** What `readPack` needs of its host. */
const host = {
  digest: async (text) => Buffer.from(await subtle.digest('SHA-256', bytes(text))).toString('hex'),
  verify: async (signingKey, text, signature) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: signingKey };
    const key = await subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify']);
    return subtle.verify('Ed25519', key, Buffer.from(signature, 'base64url'), bytes(text));
  },
};

const [source, keyFile, signedFile, rank] = process.argv.slice(2);
if (!ISSUER_RANKS.includes(rank))
  throw new Error(`node sign.mjs PACK.json KEY.json SIGNED.json ${ISSUER_RANKS.join('|')}`);
if (!existsSync(keyFile)) await makeKey(keyFile);
const { signingKey, sign } = await readKey(keyFile);
const { pack, issuer, definitions, recalls = [] } = JSON.parse(readFileSync(source, 'utf8'));
const madeAt = new Date().toISOString();
const today = madeAt.slice(0, 10);
const text = await signPack(
  { pack: { ...pack, madeAt }, issuer: { ...issuer, signingKey }, definitions, recalls },
  sign,
);

const official = definitions.filter(({ standing }) => standing === 'official');
const ownKey = {
  signingKey,
  name: issuer.name,
  rank,
  official: official.map(({ kind, id }) => ({ kind, ids: [id] })),
  pinnedOn: today,
};
const read = await readPack(text, { ...host, issuers: [ownKey], lists: gatherCodeLists() });
const whole = (issues) => ({ kind: 'pack', id: pack.id, issues });
const refused = read.ok ? [...read.value.refused] : [whole(read.issues)];
if (read.ok) {
  const held = { shipped: shippedDefinitions(), packs: [], issuers: [ownKey] };
  const judged = takeIn(held, read.value.pack, { today });
  if (judged.issues.length > 0) refused.push(whole(judged.issues));
  // A kind for a stronger issuer is read, and is never in force.
  for (const { change, kind, id } of packChanges(held, read.value.pack, today))
    if (change === 'not-in-force')
      refused.push({
        kind,
        id,
        issues: [{ message: `It is not in force by a key of the rank ${rank}` }],
      });
}
for (const { kind, id, issues } of refused)
  for (const { message, at } of issues) console.error(`${kind} ${id}: ${message}${wordsAt(at)}`);
if (refused.length > 0) process.exit(1);
if (existsSync(signedFile))
  throw new Error(`${signedFile} is there. Raise the version of the pack`);
mkdirSync(dirname(signedFile), { recursive: true });
writeFileSync(signedFile, text);
console.log(`${pack.title}, version ${pack.version}: ${signedFile}`);
for (const { kind, id } of official)
  console.log(`Official only where a policy lets this key call it so: ${kind} ${id}`);
console.log(`Fingerprint of the key: ${read.value.fingerprint.join(' ')}`);

/** The line of a fault, whose place is in the signed text. */
function wordsAt(at = '') {
  const [, line] = /^line (\d+)/.exec(at) ?? [];
  return line === undefined ? '' : `\n  ${text.split('\n')[line - 1].trim()}`;
}
