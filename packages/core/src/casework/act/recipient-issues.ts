/** The recipient of something that leaves: a destination from the list, and a name or a team. */
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import { issueOf } from './issue-of.js';

export interface NamedRecipient {
  /** A code of `export-destination`. */
  readonly destination?: string | undefined;
  /** The recipient: a name or a team. */
  readonly recipient?: string | undefined;
}

/** An issue if the destination is missing or is not in the list, and one if nobody is named. */
export function recipientIssues(
  { destination = '', recipient = '' }: NamedRecipient,
  lists: CodeLists,
  today: PlainDate,
): readonly Issue[] {
  return [
    ...(codeInForce(lists, 'export-destination', destination, today) ? [] : [DESTINATION_MISSING]),
    ...(recipient.trim() === '' ? [RECIPIENT_MISSING] : []),
  ];
}

const DESTINATION_MISSING = issueOf('missing', 'destination', 'Select where it is going');
const RECIPIENT_MISSING = issueOf('missing', 'recipient', 'Enter who receives it');
