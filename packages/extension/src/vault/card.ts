/** The colleague card: an officer's details and the public halves of their keys, checked by reading digits aloud. */
import {
  canonical,
  failed,
  type Issue,
  Line,
  passed,
  RecordId,
  type Result,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { ColleagueCard } from '../ports/services.js';
import { sha256, utf8 } from './bytes.js';
import { type Identity, importPublic, isSoundKey } from './identity.js';

/** 32 bytes, base64url. */
const PublicKey = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

const Card = v.strictObject({
  version: v.literal(1),
  officer: RecordId,
  name: Line,
  number: Line,
  force: Line,
  role: Line,
  signingKey: PublicKey,
  exchangeKey: PublicKey,
});

const DIGIT_GROUPS = 8;
const DIGITS = 5;

export function cardOf({ officer, signingKey, exchangeKey }: Identity): ColleagueCard {
  const { id, name, number, force, role } = officer;
  return { version: 1, officer: id, name, number, force, role, signingKey, exchangeKey };
}

/** Eight groups of five digits over the whole card: a card with any part changed has other digits. */
export async function fingerprint(card: ColleagueCard): Promise<string> {
  const digest = new DataView((await sha256(utf8(canonical(card)))).buffer);
  const groups = Array.from({ length: DIGIT_GROUPS }, (_, group) =>
    String(digest.getUint32(group * 4) % 10 ** DIGITS).padStart(DIGITS, '0'),
  );
  return groups.join(' ');
}

/** Reads a card from outside. Its contents are trusted only once its fingerprint was read aloud. */
export async function readCard(value: unknown): Promise<Result<ColleagueCard>> {
  const read = v.safeParse(Card, value);
  // A name that needed tidying would be shown differently from the signed one: marks that reverse it, or are invisible.
  if (!read.success || canonical(read.output) !== canonical(value)) return failed(NOT_A_CARD);
  const { signingKey, exchangeKey } = read.output;
  if (!isSoundKey('signing', signingKey) || !isSoundKey('exchange', exchangeKey))
    return failed(WEAK_CARD);
  try {
    await importPublic('signing', signingKey);
    await importPublic('exchange', exchangeKey);
  } catch {
    return failed(NOT_A_CARD);
  }
  return passed(read.output);
}

/** True if the digits heard are those of the card, with any spacing. */
export async function sameFingerprint(card: ColleagueCard, heard: string): Promise<boolean> {
  const digits = (spoken: string): string => spoken.replace(/\D/g, '');
  return digits(await fingerprint(card)) === digits(heard);
}

const NOT_A_CARD: Issue = {
  code: 'card-unreadable',
  message:
    'This is not a colleague card, or it was altered. Ask your colleague to export it again.',
  severity: 'error',
};

const WEAK_CARD: Issue = {
  code: 'card-unreadable',
  message:
    'This card has a key that protects nothing: what you sent could be read by anybody. Ask your colleague to export it again, and do not use this one.',
  severity: 'error',
};
