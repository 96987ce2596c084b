/**
 * Log that a document leaves: the recipient, the reason and the legal gateway. Nothing leaves without a gateway,
 * neither on paper nor as a file.
 */
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import type { Host } from '../../shared/host.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { Commit } from '../../store/log/revision.js';
import { issueOf } from '../act/issue-of.js';

/** The answers of a form; any may still be empty. */
export interface DisclosureInput {
  /** A code of `export-destination`. */
  readonly destination?: string | undefined;
  /** The recipient: a name or a team. */
  readonly recipient?: string | undefined;
  /** A code of `reason`. */
  readonly reason?: string | undefined;
  /** A code of `legal-gateway`. */
  readonly gateway?: string | undefined;
  /** The Act and section, if the gateway is not in the list. */
  readonly gatewayNote?: string | undefined;
}

export interface DisclosedDocument {
  /** The records that it contains. */
  readonly records: readonly RecordId[];
  /** Names of the fields that leave; empty if the whole record does, as its template shows it. */
  readonly fields?: readonly string[];
}

/** Codes that are not gateways: nothing can leave by them. */
const NO_GATEWAY: ReadonlySet<string> = new Set(['not-known', 'nothing-shared']);

/**
 * Makes the commit that logs the disclosure, to be stored before the document is handed over; or an issue for each
 * answer that is missing or wrong.
 */
export function discloseDocument(
  { records, fields = [] }: DisclosedDocument,
  input: DisclosureInput,
  { host, lists }: { readonly host: Pick<Host, 'clock'>; readonly lists: CodeLists },
): Result<Commit> {
  const today = host.clock.today();
  const isIn = (list: string, code = '') => codeInForce(lists, list, code, today) !== undefined;
  const { destination = '', reason = '', gateway = '' } = input;
  const recipient = input.recipient?.trim() ?? '';
  const gatewayNote = input.gatewayNote?.trim() ?? '';
  const issues: readonly Issue[] = [
    ...(isIn('export-destination', destination) ? [] : [DESTINATION_MISSING]),
    ...(recipient === '' ? [RECIPIENT_MISSING] : []),
    ...(isIn('reason', reason) ? [] : [REASON_MISSING]),
    ...gatewayIssues({ gateway, gatewayNote }, lists, today),
  ];
  if (issues.length > 0) return failed(...issues);
  return passed({
    changes: [],
    reason,
    audit: [
      {
        action: 'disclosure',
        records,
        fields,
        reason,
        recipients: [destination, recipient],
        gateway,
        ...(gatewayNote === '' ? {} : { gatewayNote }),
      },
    ],
  });
}

/** An issue if the gateway is missing, is none, or is another one that is not named. */
export function gatewayIssues(
  { gateway = '', gatewayNote = '' }: Pick<DisclosureInput, 'gateway' | 'gatewayNote'>,
  lists: CodeLists,
  today: PlainDate,
): readonly Issue[] {
  return [
    ...(codeInForce(lists, 'legal-gateway', gateway, today) ? [] : [GATEWAY_MISSING]),
    ...(NO_GATEWAY.has(gateway) ? [GATEWAY_NOT_KNOWN] : []),
    ...(gateway === 'other' && gatewayNote.trim() === '' ? [GATEWAY_UNNAMED] : []),
  ];
}

const DESTINATION_MISSING = issueOf('missing', 'destination', 'Select where it is going');
const RECIPIENT_MISSING = issueOf('missing', 'recipient', 'Enter who receives it');
const REASON_MISSING = issueOf('missing', 'reason', 'Select why it is disclosed');
const GATEWAY_MISSING = issueOf('missing', 'gateway', 'Select the legal gateway');
const GATEWAY_NOT_KNOWN = issueOf(
  'gateway-not-known',
  'gateway',
  'Nothing may leave while the legal gateway is not known. Find out which one it is, and select it. If there is none, do not share.',
);
const GATEWAY_UNNAMED = issueOf(
  'missing',
  'gatewayNote',
  'Enter the Act and section of the gateway',
);
