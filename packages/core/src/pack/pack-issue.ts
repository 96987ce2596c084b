/** Reasons why a pack is refused whole or only kept, each a sentence for the officer who was given it. */
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

/** A text that is no JSON: what is wrong with it, and where. */
export function packNotJson(message: string, at: string): Issue {
  return { ...PACK_UNREADABLE, message: `${message} Nothing was taken from it.`, at };
}

export function packOtherFormat(format: string, wanted: string): Issue {
  return {
    ...PACK_UNREADABLE,
    message: `This file is of the format “${format}”. A definition pack is of “${wanted}”: choose another file.`,
  };
}

export const PACK_NOT_SIGNED_YET: Issue = {
  code: 'pack-unsigned',
  severity: 'error',
  message: 'This pack has no signature: it is not signed yet. Sign it, and use the signed file.',
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
    message: `This pack is for the toolkit in version ${needs}, and this is ${release}. Ask its issuer for the pack of this version.`,
  };
}

export function packEnded(day: string): Issue {
  return {
    code: 'pack-ended',
    severity: 'warning',
    message: `This pack ended on ${day}. It can be kept for records made with it, but nothing in it can be chosen. Ask its issuer for the one that is in force now.`,
  };
}

export const PACK_HELD: Issue = {
  code: 'pack-held',
  severity: 'error',
  message: 'This pack was taken in before. Nothing would change.',
};

export function packOlder(held: number): Issue {
  return {
    code: 'pack-older',
    severity: 'warning',
    message: `A later one of this pack was taken in before: version ${held}. This one can be kept for records made with it, but nothing in it can be chosen.`,
  };
}

export function packOtherOfVersion(version: number): Issue {
  return {
    code: 'pack-other-of-version',
    severity: 'error',
    message: `Another version ${version} of this pack was taken in before, and it differs from this one. Ask its issuer which is right, and for one with its own number.`,
  };
}

export const PACK_ISSUER_UNKNOWN: Issue = {
  code: 'pack-issuer-unknown',
  severity: 'error',
  message:
    'Nobody here has said that the key of this pack is its issuer’s. Compare the fingerprint with the issuer first.',
};

export function packKeyRecalled(name: string): Issue {
  return {
    code: 'pack-key-recalled',
    severity: 'error',
    message: `The key of ${name} is no longer trusted. Ask your force’s administrators for the new one.`,
  };
}

export function packVersionKept(title: string): Issue {
  return {
    code: 'pack-version-kept',
    severity: 'error',
    message: `“${title}” says something different from before under the same version. Records name that version: ask the issuer to raise it.`,
  };
}

export function packVersionLower(title: string, version: string, held: string): Issue {
  return {
    code: 'pack-version-kept',
    severity: 'error',
    message: `“${title}” has version ${version} here, and ${held} was taken in before. Ask the issuer to raise it.`,
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
