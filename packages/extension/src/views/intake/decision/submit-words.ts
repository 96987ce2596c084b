/** Words of the button that saves a decision: its act, and the person it is about. */
import type { DecidedOn } from '../../../app/route.js';
import { t } from '../../../locales/late.js';

/**
 * @param name - of the person, told from a namesake; an enquiry names nobody
 * @param plain - the name alone
 */
export function submitWords(
  on: DecidedOn,
  outcome: string,
  name: string | undefined,
  plain = name,
): string {
  if (on === 'enquiry' || name === undefined) return t('decide.save');
  // No date takes an apostrophe.
  const isApart = name !== plain;
  switch (outcome) {
    case 'accept':
      return t(isApart ? 'decide.go.accept.of' : 'decide.go.accept', { name });
    case 'decline':
      return t('decide.go.decline');
    case 'signpost':
      return t('decide.go.signpost');
    case 'more-information':
      return t('decide.go.more-information', { name });
    case 'close':
      return t(isApart ? 'decide.go.close.of' : 'decide.go.close', { name });
    case 'refer':
      return t('decide.go.refer', { name });
    case 'pass':
      return t('decide.go.pass', { name });
    case 'dispose':
      return t('decide.go.dispose');
    default:
      return t('decide.save');
  }
}
