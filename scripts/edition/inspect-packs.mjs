/**
 * Reads the packs of an edition with the core, as the extension will. Copied into the folder where the core is installed,
 * and run there as a process of its own.
 *
 *   node inspect-packs.mjs RESULT.json GIVEN.json
 *
 * GIVEN.json: `{ "packs": [{ "where": "…", "text": "…" }], "issuers": […] }`
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const CORE = '@cyber-prevent/core';

const [result, given] = process.argv.slice(2);
const { packs, issuers } = JSON.parse(readFileSync(given, 'utf8'));
const { gatherCodeLists } = await import(CORE);
const { readPack } = await import(`${CORE}/pack`);

const context = {
  // A pack is read here and not taken in: the day of its pinning decides nothing.
  issuers: issuers.map((issuer) => ({ ...issuer, pinnedOn: '2000-01-01' })),
  lists: new Map(gatherCodeLists()),
  digest: async (text) => createHash('sha256').update(text).digest('hex'),
  async verify(x, text, signature) {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  },
};

/** Adds the code lists of all packs first: each may name the codes of another. */
for (const { text } of packs) {
  const read = await readPack(text, context);
  for (const { kind, id, value } of read.ok ? read.value.pack.definitions : [])
    if (kind === 'code-list') context.lists.set(id, value);
}

const faults = [];
for (const { where, text } of packs) {
  const read = await readPack(text, context);
  const issues = read.ok ? read.value.refused.flatMap((each) => each.issues) : read.issues;
  for (const { message, at } of issues)
    faults.push({ where: at ? `${where}, ${at}` : where, what: message.replace(/\.$/, '') });
}
writeFileSync(result, JSON.stringify({ faults }));
