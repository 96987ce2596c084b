/**
 * The officer's identity, sealed under the root with everything in clear in the header: a header combined from two, or
 * one with an altered number of changes, does not open.
 */
import { canonical, PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import { VAULT_KINDS } from '../ports/vault-terms.js';
import { base64url, fromBase64url, hex, sha256, utf8 } from './bytes.js';
import { headerPlace, type VaultHeader } from './header.js';
import { Identity } from './identity.js';
import { openJson, sealJson } from './seal.js';

const Inside = v.strictObject({
  kind: v.picklist(VAULT_KINDS),
  identity: Identity,
  /** SHA-256 of the two wraps, hexadecimal. */
  wraps: v.string(),
});

type Said = Pick<VaultHeader, 'vault' | 'kind' | 'changed' | 'passphrase' | 'recovery'>;

/** @returns the header's `identity` */
export async function sealIdentity(
  key: CryptoKey,
  header: Said,
  identity: Identity,
): Promise<string> {
  const { vault, kind, changed } = header;
  const inside = { kind, identity, wraps: await digestOfWraps(header) };
  return base64url(await sealJson(key, headerPlace(vault, 'identity', changed), inside));
}

/** @throws {PreventError} `CP_VAULT_UNREADABLE` when any part of the header differs from the sealed one */
export async function openIdentity(key: CryptoKey, header: VaultHeader): Promise<Identity> {
  const { vault, kind, changed } = header;
  const place = headerPlace(vault, 'identity', changed);
  const inside = v.safeParse(Inside, await openJson(key, place, fromBase64url(header.identity)));
  const isSound =
    inside.success &&
    inside.output.kind === kind &&
    inside.output.wraps === (await digestOfWraps(header));
  if (!isSound)
    throw new PreventError('CP_VAULT_UNREADABLE', 'The vault on this computer was altered.');
  return inside.output.identity;
}

async function digestOfWraps({ passphrase, recovery }: Said): Promise<string> {
  return hex(await sha256(utf8(canonical({ passphrase, recovery }))));
}
