/** A force's policy against the schema of the managed policy: a browser drops what does not fit, without a word. */
import { createHash } from 'node:crypto';

const KINDS = {
  object: ['an object in braces', (value) => isObject(value)],
  array: ['a list in square brackets', Array.isArray],
  string: ['text in quotes', (value) => typeof value === 'string'],
  integer: ['a whole number', Number.isSafeInteger],
  boolean: ['true or false', (value) => typeof value === 'boolean'],
};

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns each fault as `{ where, what }` */
export function policyFaults(schema, value, where = 'policy') {
  const [words, fits] = KINDS[schema.type];
  if (!fits(value)) return [{ where, what: `Write ${words} here` }];
  if (schema.type === 'array')
    return value.flatMap((item, i) => policyFaults(schema.items, item, `${where}[${i}]`));
  if (schema.type !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (Object.hasOwn(schema.properties, key))
      return policyFaults(schema.properties[key], member, `${where}.${key}`);
    const names = Object.keys(schema.properties).join(', ');
    return [
      { where: `${where}.${key}`, what: `This release has no such setting. It has ${names}` },
    ];
  });
}

/** The policy with the texts of more packs. */
export function withPacks(policy, texts) {
  if (texts.length === 0) return policy;
  const { files = [], ...packs } = policy.packs ?? {};
  return { ...policy, packs: { ...packs, files: [...files, ...texts] } };
}

/**
 * Says why no officer would be given a pack: the extension takes in only what is signed by an issuer that the policy pins.
 *
 * @param text - of the pack
 */
export function pinFault(policy, text) {
  const signingKey = keyOf(text);
  if (signingKey === undefined)
    return 'It does not say which key signed it. Ask its issuer for the signed pack';
  if (issuerOf(policy, signingKey)) return undefined;
  const groups = fingerprintOf(signingKey).match(/.{4}/g).join(' ');
  return `No officer would be given it, because the policy does not pin its key. Compare the fingerprint with the issuer, then add it to packs.issuers: ${groups}`;
}

/** The issuers that the policy pins, with the keys of these packs: what each may call official is known by its key. */
export function pinnedIssuers(policy, texts) {
  return texts.flatMap((text) => {
    const signingKey = keyOf(text);
    const issuer = issuerOf(policy, signingKey);
    return issuer ? [{ ...issuer, signingKey }] : [];
  });
}

function keyOf(text) {
  const key = JSON.parse(text).issuer?.signingKey;
  return typeof key === 'string' ? key : undefined;
}

function issuerOf(policy, signingKey) {
  const wanted = fingerprintOf(signingKey);
  return (policy.packs?.issuers ?? []).find(
    ({ fingerprint = '' }) => fingerprint.replace(/\s/g, '').toLowerCase() === wanted,
  );
}

function fingerprintOf(signingKey) {
  return createHash('sha256').update(signingKey).digest('hex');
}
