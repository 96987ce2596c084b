/** Words of the buttons that save a decision: the act, and the person it is about. */
import type { DecidedOn } from '../../../app/route.js';
import { t } from '../../../locales/late.js';

/**
 * @param enquiry - “enquiry from …”
 * @param name - of the person whose referral came of it
 */
export function enquirySubmitWords(enquiry: string, name: string | undefined): string {
  return name === undefined
    ? t('decide.save.enquiry', { enquiry })
    : t('decide.save.enquiry.of', { enquiry, name });
}

/**
 * @param name - of the person, told from a namesake
 * @param plain - the name alone
 * @param isPart - true if the rest of the person's record stays
 */
export function submitWords(
  outcome: string,
  name: string | undefined,
  plain = name,
  isPart = false,
): string {
  if (name === undefined) return t('decide.save');
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
      return t(isPart ? 'decide.go.dispose.part' : 'decide.go.dispose', { name });
    default:
      return t('decide.save');
  }
}

/** Facts that the words of the last step's buttons depend on. */
export interface LastWords {
  readonly on: DecidedOn;
  /** Name of the person, told from a namesake. */
  readonly name: string | undefined;
  /** The name alone. */
  readonly plain: string | undefined;
  /** True if the rest of the person's record stays: the words must not say that all of it goes. */
  readonly isPart: boolean;
  /** The referral of several, from `whichRoot`: said where the rest of the record stays. */
  readonly which: string | undefined;
}

/** Words of the button that destroys, on the last step. */
export function confirmWords({ on, name: known, plain, isPart, which }: LastWords): string {
  const name = known ?? t('common.not-recorded');
  if (on !== 'referral') return t(isPart ? 'refuse.do.decide' : 'refuse.do.decide.all', { name });
  if (!isPart) return t('refuse.do.all', { name });
  return t(name === plain ? 'refuse.do' : 'refuse.do.of', { name, which: saidWhich(which) });
}

/** Words of the button that keeps what is held, on the last step of a refusal. */
export function keepWords({ name: known, plain, isPart, which }: Omit<LastWords, 'on'>): string {
  const name = known ?? t('common.not-recorded');
  if (!isPart) return t('refuse.keep.go.all', { name });
  return t(name === plain ? 'refuse.keep.go' : 'refuse.keep.go.of', {
    name,
    which: saidWhich(which),
  });
}

/** Words of the buttons that settle a refused referral, once the officer has said what happens to it. */
export function settleWords(
  handling: unknown,
  { name: known, isPart, which: said }: Pick<LastWords, 'name' | 'isPart' | 'which'>,
): string {
  const of = { name: known ?? t('common.not-recorded'), which: saidWhich(said) };
  if (handling === 'dispose')
    return t(isPart ? 'refuse.settle.go.dispose' : 'refuse.settle.go.dispose.all', of);
  if (handling !== 'keep') return t('decide.save');
  return t(isPart ? 'refuse.settle.go.keep' : 'refuse.settle.go.keep.all', of);
}

/** Words of the last button that settles a refused referral. */
export function settledWords({
  name: known,
  isPart,
  which,
}: Omit<LastWords, 'on' | 'plain'>): string {
  const of = { name: known ?? t('common.not-recorded'), which: saidWhich(which) };
  return t(isPart ? 'refuse.do.settle' : 'refuse.do.settle.all', of);
}

const saidWhich = (which: string | undefined): string => which ?? t('destroy.which.none');
