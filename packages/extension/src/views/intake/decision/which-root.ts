/** Names one referral or identification of several of one person: a button that destroys it must say which. */
import {
  type CaseRoot,
  isRoot,
  type StoredRecord,
  writtenDate,
  writtenInstant,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

/**
 * “referral CP-0042”: its reference; without one, or where another has the same, its day too; and when it was recorded
 * where even that is the same.
 *
 * @param records - everything of the person
 */
export function whichRoot(root: CaseRoot, records: readonly StoredRecord[]): string {
  const others = records.filter(isRoot).filter(({ id }) => id !== root.id);
  const isOwn = (words: (of: CaseRoot) => string): boolean =>
    others.every((each) => words(each) !== words(root));
  return [inShort, withDay].find(isOwn)?.(root) ?? withTime(root);
}

function inShort(root: CaseRoot): string {
  const { reference } = root.value;
  return root.kind === 'referral' && reference ? t('destroy.which', { reference }) : withDay(root);
}

function withDay(root: CaseRoot): string {
  if (root.kind === 'identification')
    return t('destroy.which.identification', { date: writtenDate(root.value.identifiedOn) });
  const { reference, receivedOn } = root.value;
  const date = writtenDate(receivedOn);
  return reference
    ? t('destroy.which.both', { reference, date })
    : t('destroy.which.day', { date });
}

function withTime(root: CaseRoot): string {
  return t('destroy.which.recorded', {
    which: withDay(root),
    at: writtenInstant(root.createdAt),
  });
}
