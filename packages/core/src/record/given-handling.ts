/** The conditions of a reading as a form gives them, and as a capture holds them. */
import type { Issue } from '../shared/issue.js';
import { checkRecord } from './check.js';
import type { GivenHandling, HandlingCodes } from './handling.js';
import type { Marking } from './marking.js';

/** The answers of the form; an empty text is none. */
export interface HandlingInput {
  readonly packageReference?: string | undefined;
  readonly handlingCode?: string | undefined;
  readonly handlingAction?: string | undefined;
  readonly handlingSanitisation?: string | undefined;
  readonly handlingInstructions?: string | undefined;
  readonly conditions?: string | undefined;
  readonly marking?: Marking | undefined;
}

/** The conditions as the record holds them: an answer without a text is absent, and without a code there is no handling. */
export function givenHandling(input: HandlingInput): GivenHandling {
  const { packageReference, conditions, ...handling } = input;
  const { marking: _, ...codes } = handling;
  const filled = Object.fromEntries(
    Object.entries(codes)
      .map(([name, text]) => [name, text?.trim()] as const)
      .filter(([name, text]) => text && HANDLING_NAMES.has(name)),
  );
  return {
    ...(packageReference?.trim() ? { packageReference: packageReference.trim() } : {}),
    ...(Object.keys(filled).length > 0 ? { handling: filled as unknown as HandlingCodes } : {}),
    ...(conditions?.trim() ? { conditions: conditions.trim() } : {}),
  };
}

const HANDLING_NAMES: ReadonlySet<string> = new Set([
  'handlingCode',
  'handlingAction',
  'handlingSanitisation',
  'handlingInstructions',
]);

/** Faults of what was given, each at its own question. */
export function givenIssues(input: HandlingInput): readonly Issue[] {
  const { handling } = givenHandling(input);
  if (handling === undefined) return [];
  if (!handling.handlingCode) return [CODE_MISSING];
  const checked = checkRecord('sourceCapture', { handling });
  return checked.issues
    .filter(({ at }) => at?.startsWith('handling.') || at === 'handling')
    .map((issue) => ({ ...issue, at: issue.at?.replace(/^handling\./, '') ?? 'handlingCode' }));
}

const CODE_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select the handling code',
  at: 'handlingCode',
};
