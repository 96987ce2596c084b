/** Reasons why a pack is refused whole, each a sentence for the officer who was given it. */
import type { Issue } from '../shared/issue.js';

export const PACK_UNREADABLE: Issue = {
  code: 'pack-unreadable',
  severity: 'error',
  message: 'This is not a pack, or it was altered. Ask the person who made it for it again.',
};

export const PACK_TOO_LARGE: Issue = {
  ...PACK_UNREADABLE,
  message: 'The pack is too large. It can be 4 MB at most.',
};

export const PACK_OTHER_VERSION: Issue = {
  code: 'pack-version',
  severity: 'error',
  message:
    'This pack is in a form that this release of the toolkit does not read. Ask for it in the present form, or bring this toolkit up to date.',
};

export const PACK_UNSIGNED: Issue = {
  code: 'pack-unsigned',
  severity: 'error',
  message:
    'The signature of this pack is not valid: the pack was changed after it was signed, or it is somebody else’s. Nothing was taken from it. Ask for it again in another way.',
};

export function packNeeds(needs: string, release: string): Issue {
  return {
    code: 'pack-needs',
    severity: 'error',
    message: `This pack needs the toolkit in version ${needs}, and this is ${release}. Bring this toolkit up to date, then take the pack in.`,
  };
}

export function packEnded(day: string): Issue {
  return {
    code: 'pack-ended',
    severity: 'error',
    message: `This pack ended on ${day}. Ask its issuer for the one that is in force now.`,
  };
}

export function definitionTwice(title: string, id: string, at: string): Issue {
  return {
    code: 'pack-definition-twice',
    severity: 'error',
    message: `“${title}” is there twice, as “${id}”. Only one of them can be meant, so nothing was taken from this pack.`,
    at,
  };
}

export function recalledByItself(title: string, at: string): Issue {
  return {
    code: 'pack-recalls-itself',
    severity: 'error',
    message: `“${title}” is recalled by this same pack. Recall the earlier versions of it, or leave it out.`,
    at,
  };
}
