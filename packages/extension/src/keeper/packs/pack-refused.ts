/** Reasons of the keeper why an act on a pack is refused, beside those of the core. */
import type { Issue } from '@cyber-prevent/core';

export const PACK_CHANGED_SINCE: Issue = {
  code: 'pack-changed-since',
  severity: 'error',
  message:
    'Something changed since you saw what this pack would change: another pack, the force’s policy, or the day. Look at the changes again before you take it in.',
};

export const PACK_KEY_NOT_COMPARED: Issue = {
  code: 'pack-key-not-compared',
  severity: 'error',
  message:
    'Nothing was taken in, because nobody has said that the key is the same as the issuer’s. Ask the issuer for the groups of its key. If they differ, tell your administrator.',
};

export const PACK_ONLY_OF_POLICY: Issue = {
  code: 'pack-only-of-policy',
  severity: 'error',
  message:
    'Your force takes in only the packs of issuers that its policy names, and this one is not among them. Ask your force’s administrators.',
};

export const PACKS_NOT_BROUGHT: Issue = {
  code: 'packs-not-brought',
  severity: 'error',
  message:
    'The definition packs in this backup are damaged, or a newer release of the toolkit wrote them. They were left out. Take in the packs again from their own files.',
};

export function packNotBrought(digest: string): Issue {
  return {
    code: 'pack-not-brought',
    severity: 'error',
    message: `A definition pack in this backup is not as its issuer signed it, and was left out (digest ${digest.slice(0, 16)}). Take it in again from its own file.`,
  };
}

export const PACK_NOT_HERE: Issue = {
  code: 'pack-not-here',
  severity: 'error',
  message: 'This was changed in another window. Look at the definitions in force again.',
};

export const PACK_ASIDE_EARLIER: Issue = {
  code: 'pack-aside-earlier',
  severity: 'error',
  message:
    'This pack was set aside on an earlier day, and nothing acts backwards. Ask its issuer for a new version of it.',
};
