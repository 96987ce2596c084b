/**
 * A digest of the words searched for. It is keyed by the vault, and salted by random bytes that are destroyed at each
 * disposal. Until then the same words give the same digest, so that a repeated search is recognised. After it, nobody
 * can confirm by guessing, even with every key, that an erased name was ever searched for.
 */
import type { SealedWork } from '../../storage/sealed-work.js';
import { base64url, fromBase64url, randomBytes, utf8 } from '../../vault/bytes.js';

export interface SearchDigests {
  of(words: string): Promise<string>;
  /** Destroys the salt: every digest made so far can no longer be confirmed. */
  forget(): Promise<void>;
}

/** Unfinished work is sealed under a key that is renewed at each disposal: earlier discarded work is gone for good. */
export const SEARCH_SALT = 'keeper/search-salt';
const SALT_BYTES = 32;

/** @param key - HMAC */
export function searchDigests(
  work: Pick<SealedWork, 'load' | 'save' | 'discard'>,
  key: CryptoKey,
): SearchDigests {
  const salt = async (): Promise<Uint8Array> => {
    const held = await work.load(SEARCH_SALT);
    if (typeof held?.value === 'string') return fromBase64url(held.value);
    const made = randomBytes(SALT_BYTES);
    await work.save(SEARCH_SALT, base64url(made), held?.version ?? 0);
    return made;
  };
  return {
    async of(words) {
      const said = utf8(folded(words));
      const before = await salt();
      const message = new Uint8Array(before.length + said.length);
      message.set(before);
      message.set(said, before.length);
      return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)));
    },
    forget: () => work.discard(SEARCH_SALT),
  };
}

/** Ignores case, spacing and Unicode variants: they do not make another search. */
function folded(words: string): string {
  return words.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
