/** A prose referral by email, and the draft that it makes when it is pasted; everyone is fictional. */
import { openDraft } from '../capture/draft/open-draft.js';
import type { Draft } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import { readingOfText } from '../capture/text/text-selection.js';
import { testHost } from './host.js';

export const PRIYA = 'Priya Shah <p.shah@moorfieldschool.example>';
export const AMRIT = 'Amrit Bains <a.bains@yarnshire.police.example>';
export const TEAM = 'cyberchoices@yarnshire.police.example';
export const HEADER = `From: ${PRIYA}\nSent: 24 November 2026 08:52\nTo: ${TEAM}\nSubject: Referral`;
export const TOLD =
  'I am writing about one of our Year 9 pupils, Tobias Wren, date of birth 14/03/2013, who lives with his mother at 4 Fen Row, Northmoor, ZZ99 3VZ. He told his form tutor last Tuesday that he had found a way into the school network.';
export const SIGNED =
  'Kind regards\nPriya Shah\nDesignated Safeguarding Lead\nMoorfield School\n01632 960123';
export const EMAIL = `${HEADER}\n\nGood morning,\n${TOLD}\n\n${SIGNED}`;
export const OLDER =
  'How did it go with our pupil Kit Marlow (DOB 02/02/2012)? He is “kit_m” on Discord, and his mobile is 07700 900222.';

export function pasted(text: string): Draft {
  return openDraft({
    reading: readingOfText(text, { title: 'Pasted' }),
    adapters: [],
    way: 'paste',
    host: testHost(),
  });
}

/** The values that a pasted text drafts by their path, without the account. */
export function factsIn(text: string): Partial<Record<FieldPath, readonly string[]>> {
  const facts: Partial<Record<FieldPath, string[]>> = {};
  for (const { path, value } of pasted(text).rows)
    if (path !== undefined && path !== 'referral.narrative')
      facts[path] = [...(facts[path] ?? []), value];
  return facts;
}
