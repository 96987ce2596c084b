/** The public key that fixes an extension's id in Chromium browsers, and with it the place of every vault. */
import { createHash, createPublicKey } from 'node:crypto';

/** Chrome makes keys of this length when it packs an extension. */
const FEWEST_BITS = 2048;

/**
 * The id that Chromium derives from a key: the first half of its digest, with the digits a to p.
 *
 * @param der - the public key as SubjectPublicKeyInfo
 */
export function extensionId(der) {
  const digits = createHash('sha256').update(der).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/**
 * Reads a public key, as PEM or as the base64 that a store shows.
 *
 * @returns the key as the manifest has it, and its id
 * @throws {Error} with a sentence for whoever named the key
 */
export function readExtensionKey(text) {
  if (/PRIVATE KEY/.test(text))
    throw new Error(
      'This is a private key, which must not be near a build. Name its public half: openssl rsa -in PRIVATE.pem -pubout -out PUBLIC.pem',
    );
  const base64 = text.replace(/-----(BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s/g, '');
  const der = Buffer.from(base64, 'base64');
  let key;
  try {
    key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    throw new Error('This is not a public key. Use PEM that begins with BEGIN PUBLIC KEY');
  }
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== 'rsa' || modulusLength < FEWEST_BITS)
    throw new Error(`Use an RSA key of ${FEWEST_BITS} bits or more`);
  const whole = key.export({ format: 'der', type: 'spki' });
  if (!whole.equals(der)) throw new Error('There is something after the key. Take it out');
  return { key: whole.toString('base64'), id: extensionId(whole) };
}
