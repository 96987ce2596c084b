/**
 * The signing keys by which this vault knows officers. The keys stored here decide: no file replaces the key of a known
 * officer, least of all that of the vault's own officer.
 */
import { type OfficerKey, PreventError, type Verify } from '@cyber-prevent/core';
import * as v from 'valibot';
import { isSoundKey, verifier } from '../../vault/identity.js';
import type { Session } from '../session.js';

/** The keys of colleagues whose fingerprint was read aloud, in sealed work: by officer. */
const CONFIRMED = 'kept/colleagues';
/** The keys that a backup gave for unknown officers, in sealed work: by officer. */
const UNCONFIRMED = 'kept/unconfirmed-keys';

const Keys = v.record(v.pipe(v.string(), v.uuid()), v.string());
type Keys = Readonly<Record<string, string>>;

export interface KnownKeys {
  readonly own: OfficerKey;
  readonly confirmed: Keys;
  readonly unconfirmed: Keys;
}

/** The known keys before there is a vault: the officer's own key is the one of the backup that their secret opened. */
export function firstKeys(own: OfficerKey): KnownKeys {
  return { own, confirmed: {}, unconfirmed: {} };
}

export async function knownKeys({
  keys,
  work,
}: Pick<Session, 'keys' | 'work'>): Promise<KnownKeys> {
  const { officer, signingKey } = keys.identity;
  const held = async (name: string): Promise<Keys> => {
    const read = v.safeParse(Keys, (await work.load(name))?.value);
    if (!read.success) return {};
    // An earlier release accepted a card that names this officer as a colleague's.
    const { [officer.id]: _, ...others } = read.output;
    return others;
  };
  return {
    own: { officer: officer.id, signingKey },
    confirmed: await held(CONFIRMED),
    unconfirmed: await held(UNCONFIRMED),
  };
}

export interface TrustedKeys {
  readonly verify: Verify;
  /** Unconfirmed keys of officers who were not known. */
  readonly unconfirmed: readonly OfficerKey[];
}

/**
 * The keys that a backup's entries are proved by: those known here, and for unknown officers those in the backup.
 *
 * @throws {PreventError} `CP_ENVELOPE_UNREADABLE` when it has another key for a known officer, two for one officer, or
 * one that proves nothing
 */
export function keysForBackup(known: KnownKeys, given: readonly OfficerKey[]): TrustedKeys {
  const pinned = new Map(Object.entries({ ...known.unconfirmed, ...known.confirmed }));
  pinned.set(known.own.officer, known.own.signingKey);
  const used = new Map<string, string>();
  for (const { officer, signingKey } of given) {
    if (!isSoundKey('signing', signingKey)) throw refused(NO_KEY);
    const expected = pinned.get(officer) ?? used.get(officer) ?? signingKey;
    if (expected !== signingKey)
      throw refused(officer === known.own.officer ? KEY_IN_YOUR_NAME : KEY_IN_ANOTHER_NAME);
    used.set(officer, signingKey);
  }
  const isConfirmed = (officer: string) =>
    officer === known.own.officer || Object.hasOwn(known.confirmed, officer);
  return {
    verify: verifier(Object.fromEntries([...pinned, ...used])),
    unconfirmed: [...new Map(given.map((key) => [key.officer, key])).values()].filter(
      ({ officer }) => !isConfirmed(officer),
    ),
  };
}

/**
 * The keys that an exchange file's entries are proved by: this officer's own, those of colleagues whose fingerprint was
 * read aloud, and the sender's, whose fingerprint is read aloud before anything is taken in.
 *
 * @throws {PreventError} `CP_ENVELOPE_UNREADABLE` when the sender is known by another key, or is this officer
 */
export function keysForExchange({ own, confirmed }: KnownKeys, sender: OfficerKey): Verify {
  if (sender.officer === own.officer) throw refused(SENDER_IS_YOU);
  const known = Object.hasOwn(confirmed, sender.officer) ? confirmed[sender.officer] : undefined;
  if (known !== undefined && known !== sender.signingKey) throw refused(OTHER_KEY);
  return verifier({
    ...confirmed,
    [sender.officer]: sender.signingKey,
    [own.officer]: own.signingKey,
  });
}

/** Confirms a key whose fingerprint was read aloud: it is the officer's key from now on, despite any backup. */
export async function confirmKey(
  { work }: Pick<Session, 'work'>,
  { officer, signingKey }: OfficerKey,
): Promise<void> {
  await change(work, CONFIRMED, (keys) => ({ ...keys, [officer]: signingKey }));
  await change(work, UNCONFIRMED, ({ [officer]: _, ...others }) => others);
}

/** Notes the keys of a backup whose entries are in: from now on no other file replaces them. */
export async function noteUnconfirmed(
  { work }: Pick<Session, 'work'>,
  given: readonly OfficerKey[],
): Promise<void> {
  if (given.length === 0) return;
  const added = Object.fromEntries(given.map((key) => [key.officer, key.signingKey]));
  await change(work, UNCONFIRMED, (keys) => ({ ...added, ...keys }));
}

async function change(
  work: Session['work'],
  name: string,
  to: (keys: Keys) => Keys,
): Promise<void> {
  const held = await work.load(name);
  const keys = v.safeParse(Keys, held?.value);
  const saved = await work.save(name, to(keys.success ? keys.output : {}), held?.version ?? 0);
  if (!saved.ok) throw new PreventError('CP_STORE_CLOSED', KEY_NOT_KEPT);
}

function refused(message: string): PreventError {
  return new PreventError('CP_ENVELOPE_UNREADABLE', message);
}

const NO_KEY =
  'The backup contains a key that proves nothing. Nothing was taken in: do not use it, and tell your administrator.';
const KEY_IN_YOUR_NAME =
  'The backup contains another key in your name. Nothing was taken in: do not use it, and tell your administrator.';
const KEY_IN_ANOTHER_NAME =
  'The backup contains another key for an officer whose key is known here, or two keys for one officer. Nothing was taken in: do not use it, and tell your administrator.';
const SENDER_IS_YOU =
  'The file is signed in your name, and you did not make it here for yourself. Nothing was taken in: do not use it, and tell your administrator.';
const OTHER_KEY =
  'The sender is an officer whose key you have checked before, and this is another key. Ask them whether they set up a new vault; until that is clear, take nothing in.';
const KEY_NOT_KEPT =
  'The file was taken in, and the sender’s key could not be kept. Take the file in again: nothing is added twice.';
