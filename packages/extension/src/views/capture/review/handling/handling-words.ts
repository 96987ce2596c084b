/** Conditions of a reading in words: shown by its page, or given by the officer. */
import {
  type CaptureOrigin,
  type Draft,
  givenHandling,
  handlingWords,
  shownHandling,
  writtenHandling,
} from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';

export interface ReadingConditions {
  readonly origin: CaptureOrigin;
  /** Conditions that the page shows; empty if it shows none, or if some were given. */
  readonly shown: string;
  /** Conditions that the officer gave; empty if none. */
  readonly given: string;
}

/** The readings of a draft that show conditions or were given some. */
export function conditionsOf(draft: Draft): readonly ReadingConditions[] {
  return draft.origins
    .map((origin) => {
      const held = draft.handling?.find((each) => each.origin === origin.id);
      const given = held ? handlingWords(givenHandling(held)) : '';
      return { origin, given, shown: given === '' ? shownWords(draft, origin) : '' };
    })
    .filter(({ given, shown }) => given !== '' || shown !== '');
}

/** Every condition given, for the foot and the success; empty if none. Several readings are named. */
export function givenWords(draft: Draft): string {
  return conditionsOf(draft)
    .filter(({ given }) => given !== '')
    .map(({ origin, given }) =>
      draft.origins.length === 1 ? given : t('handling.of.short', { of: origin.system, given }),
    )
    .join('; ');
}

function shownWords(draft: Draft, { id }: CaptureOrigin): string {
  const { packageReference, conditions, ...codes } = shownHandling(draft, id);
  const { handlingCode = '', handlingAction, handlingSanitisation } = codes;
  const written = writtenHandling({ handlingCode, handlingAction, handlingSanitisation }).trim();
  return [
    ...(packageReference ? [t('handling.package.short', { reference: packageReference })] : []),
    ...(written === '' ? [] : [t('handling.code.short', { codes: written })]),
    ...(conditions ? [`“${conditions}”`] : []),
  ].join(', ');
}
