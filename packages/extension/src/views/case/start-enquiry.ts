/** Begins an enquiry with a text from elsewhere. It goes into what is unfinished: nothing that was typed there is lost. */
import { type Draft, isOfAnother, passed, type Result } from '@cyber-prevent/core';
import { asText, type FormValues } from '../../components/form-values.js';
import type { Services } from '../../ports/services.js';

/** Name of the unfinished work that an enquiry is until it is kept. */
export const TAKE_KEY = 'take-enquiry';

/** Adds the text below what is there, and says whether something was. An issue where another window has changed it meanwhile. */
export async function startEnquiry(
  { work, today }: Pick<Services, 'work' | 'today'>,
  text: string,
): Promise<Result<{ readonly isNew: boolean }>> {
  const open = await work.load(TAKE_KEY);
  const before = (open?.value ?? { receivedOn: today() }) as FormValues;
  const asked = [asText(before.asked), text.trim()].filter(Boolean).join('\n\n');
  const saved = await work.save(TAKE_KEY, { ...before, asked }, open?.version ?? 0);
  return saved.ok ? passed({ isNew: open === undefined }) : saved;
}

/**
 * What a draft says, as it was read: the narrative where there is one, or else each value with its label. Of a list of
 * people, nothing of those who were not chosen.
 */
export function textOfDraft(draft: Draft): string {
  const shown = draft.rows.filter(
    (row) => row.decision.kind !== 'mask' && !isOfAnother(draft, row),
  );
  const narrative = shown.filter(({ path }) => path === 'referral.narrative');
  if (narrative.length > 0) return narrative.map(({ raw }) => raw).join('\n\n');
  return shown.map(({ label, raw }) => (label ? `${label}: ${raw}` : raw)).join('\n');
}
