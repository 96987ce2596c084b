/** The rules for a passphrase: long, and not a common one. No rules about digits or capitals. */
import type { Issue } from '@cyber-prevent/core';
import { type Bytes, utf8 } from './bytes.js';

export const PASSPHRASE_CHARACTERS = 12;
const MOST_CHARACTERS = 1000;
/** Fewer different characters than this mean one key held down or two keys tapped. */
const FEWEST_DIFFERENT = 5;

/** Compared without case, spaces and the digits or marks that people append. */
const COMMON = new Set(
  `password passwordpassword passphrase mypassphrase mypassword secretpassword thisismypassword thisisapassword
  letmein letmeinplease letmeinnow opensesame trustnoone iloveyou iloveyousomuch changeme changemenow welcome
  welcomeback qwerty qwertyuiop qwertyuiopasdfghjkl asdfghjkl zxcvbnm qwertyqwerty administrator superman
  correcthorsebatterystaple cyberchoices cyberprevent cyberpreventtoolkit police policeofficer
  policepolice policepassword officialsensitive manchesterunited liverpoolfootballclub abcdefghijkl
  abcdefghijklmnopqrstuvwxyz theonlyway donttellanyone`.split(/\s+/),
);
const DIGITS = '01234567890123456789';

/** The fault of a new passphrase, if any. */
export function passphraseIssue(passphrase: string): Issue | undefined {
  const characters = [...normal(passphrase)];
  if (characters.length < PASSPHRASE_CHARACTERS)
    return issue(`Enter a passphrase of ${PASSPHRASE_CHARACTERS} characters or more`);
  if (characters.length > MOST_CHARACTERS)
    return issue(
      `Enter a passphrase of ${MOST_CHARACTERS.toLocaleString('en-GB')} characters or fewer`,
    );
  if (new Set(characters).size < FEWEST_DIFFERENT || isCommon(passphrase))
    return issue(
      'Enter a passphrase that is harder to guess: four or more words that do not belong together',
    );
  return undefined;
}

/** The bytes that keys are derived from. One passphrase is one text, however the keyboard composed its letters. */
export function passphraseBytes(passphrase: string): Bytes {
  return utf8(normal(passphrase));
}

function normal(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

function isCommon(passphrase: string): boolean {
  const plain = normal(passphrase).toLowerCase().replace(/\s+/g, '');
  return COMMON.has(plain) || COMMON.has(plain.replace(/[\d\W_]+$/, '')) || DIGITS.includes(plain);
}

function issue(message: string): Issue {
  return { code: 'passphrase-weak', message, at: 'passphrase', severity: 'error' };
}
