/** Words for the record that a form changes, where a person has several of its kind: nobody then changes another. */
import {
  behaviourOnly,
  type CodeLists,
  codeLabel,
  dayOfBehaviour,
  handlingWords,
  identifierWords,
  originIn,
  type StoredRecord,
  writtenInstant,
} from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import type { NamedTask } from '../act/act.js';

export function namedIdentifier({ named, lists }: NamedTask): string | undefined {
  if (named.kind !== 'onlineIdentifier') return undefined;
  const { value } = named as StoredRecord<'onlineIdentifier'>;
  return identifierWords(value, (list, code) => codeLabel(lists, list, code));
}

/** The section, or that it is behaviour only, with the words that were read. */
export function namedOffence({ named, subject, lists }: NamedTask): string | undefined {
  if (named.kind !== 'offence') return undefined;
  const offence = named as StoredRecord<'offence'>;
  const heading = offenceHeading(offence, subject, lists);
  const { asRead } = offence.value;
  return asRead === undefined ? heading : t('offence.named.read-as', { heading, words: asRead });
}

export function offenceHeading(
  { value }: StoredRecord<'offence'>,
  subject: StoredRecord<'subject'>,
  lists: CodeLists,
): string {
  if (behaviourOnly(value, subject.value)) return t('offence.behaviour.recorded');
  if (!value.section) return t('offence.no-section');
  return codeLabel(lists, 'cma-section', value.section, dayOfBehaviour(value));
}

/** The page or the conversation, its moment, and the conditions on it. */
export function namedCapture({ named }: NamedTask): string | undefined {
  if (named.kind !== 'sourceCapture') return undefined;
  const capture = named as StoredRecord<'sourceCapture'>;
  const { system, title, capturedAt } = capture.value;
  const origin = originIn(capture);
  const words = t('handling.capture', {
    system,
    title,
    date: writtenInstant(capturedAt),
  });
  return origin ? t('handling.capture.on', { words, conditions: handlingWords(origin) }) : words;
}
