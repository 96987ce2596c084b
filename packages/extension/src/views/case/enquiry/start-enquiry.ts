/** Begins an enquiry with a text from elsewhere. It is added to the draft: nothing already typed there is lost. */
import { type Draft, isOfAnother, passed, type Result } from '@cyber-prevent/core';
import { asText, type FormValues } from '../../../components/form-values.js';
import type { Services } from '../../../ports/services.js';

/** Key of an enquiry's draft until it is saved. */
export const TAKE_KEY = 'take-enquiry';

/**
 * Adds the text below the draft's own, and says if there was a draft. Returns an issue if another window has changed it
 * in the meantime.
 */
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
 * Text of a draft, as it was read: the narrative if there is one, otherwise each value with its label. Leaves out the
 * people on a list who were not chosen.
 */
export function textOfDraft(draft: Draft): string {
  const shown = draft.rows.filter(
    (row) => row.decision.kind !== 'mask' && !isOfAnother(draft, row),
  );
  const narrative = shown.filter(({ path }) => path === 'referral.narrative');
  if (narrative.length > 0) return narrative.map(({ raw }) => raw).join('\n\n');
  return shown.map(({ label, raw }) => (label ? `${label}: ${raw}` : raw)).join('\n');
}
