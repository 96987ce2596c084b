/** Words of the buttons that save a decision: the act, and the person it is about. */
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
      return t(isApart ? 'decide.go.decline.of' : 'decide.go.decline', { name });
    case 'signpost':
      return t('decide.go.signpost', { name });
    case 'more-information':
      return t('decide.go.more-information', { name });
    case 'close':
      return t(isApart ? 'decide.go.close.of' : 'decide.go.close', { name });
    case 'refer':
      return t('decide.go.refer', { name });
    case 'pass':
      return t('decide.go.pass', { name });
    case 'dispose':
      return t('decide.go.dispose', { name });
    default:
      return t('decide.save');
  }
}

/** Words of the button that destroys, on the last step. */
export function confirmWords(
  on: DecidedOn,
  name: string = t('common.not-recorded'),
  plain = name,
): string {
  if (on !== 'referral') return t('refuse.do.decide', { name });
  return t(name === plain ? 'refuse.do' : 'refuse.do.of', { name });
}

/** Words of the button that keeps what is held, on the last step of a refusal. */
export function keepWords(name: string = t('common.not-recorded'), plain = name): string {
  return t(name === plain ? 'refuse.keep.go' : 'refuse.keep.go.of', { name });
}

/** Words of the button that settles a refused referral, once the officer has said what happens to it. */
export function settleWords(handling: unknown, name: string = t('common.not-recorded')): string {
  if (handling === 'dispose') return t('refuse.settle.go.dispose', { name });
  return handling === 'keep' ? t('refuse.settle.go.keep', { name }) : t('decide.save');
}
