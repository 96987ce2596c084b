/**
 * Log that a document leaves: the recipient, the reason and the legal gateway. Nothing leaves without a gateway,
 * neither on paper nor as a file.
 */
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import type { Host } from '../../shared/host.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type {
  AuditEntry,
  Commit,
  ConfirmedField,
  DisclosedFile,
  DisclosedHandling,
} from '../../store/log/revision.js';
import { gatewayIssues, type NamedGateway } from '../act/gateway-issues.js';
import { issueOf } from '../act/issue-of.js';
import { type NamedRecipient, recipientIssues } from '../act/recipient-issues.js';

/** The answers of a form; any may still be empty. */
export interface DisclosureInput extends NamedGateway, NamedRecipient {
  /** A code of `reason`. */
  readonly reason?: string | undefined;
}

export interface DisclosedDocument {
  /** The records that it contains. */
  readonly records: readonly RecordId[];
  /** Names of the fields that leave; empty if the whole record does, as its template shows it. */
  readonly fields?: readonly string[];
  /** Fields whose words an officer has read and confirmed for it, as a rendered document names them. */
  readonly confirmed?: readonly ConfirmedField[];
  /** The conditions of what it contains, as a rendered document or a file of records has them. */
  readonly handling?: DisclosedHandling;
  /** The file that leaves, unless it is a paper. */
  readonly file?: DisclosedFile;
}

/**
 * Makes the commit that logs the disclosure, to be stored before the document is handed over; or an issue for each
 * answer that is missing or wrong.
 */
export function discloseDocument(
  { records, fields = [], confirmed = [], file, handling }: DisclosedDocument,
  input: DisclosureInput,
  { host, lists }: { readonly host: Pick<Host, 'clock'>; readonly lists: CodeLists },
): Result<Commit> {
  const today = host.clock.today();
  const { destination = '', reason = '', gateway = '' } = input;
  const recipient = input.recipient?.trim() ?? '';
  const gatewayNote = input.gatewayNote?.trim() ?? '';
  const issues: readonly Issue[] = [
    ...recipientIssues({ destination, recipient }, lists, today),
    ...(codeInForce(lists, 'reason', reason, today) ? [] : [REASON_MISSING]),
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
        ...(confirmed.length === 0 ? {} : { confirmed }),
        ...(file ? { file } : {}),
        ...(isSaid(handling) ? { handling } : {}),
      },
    ],
  });
}

/**
 * Tells whether a disclosure was of a paper from a template, the one thing given out that has our reference at its foot.
 * A table, a file or a screen names its fields, a text or a form elsewhere has no gateway, and somebody who is passed on
 * goes without a paper.
 */
export function isPaperGiven({ action, fields, gateway, reason }: AuditEntry): boolean {
  const isWhole = action === 'disclosure' && fields.length === 0;
  return isWhole && gateway !== undefined && reason !== 'identification';
}

/** An entry about nothing that was given on conditions is as those of earlier releases. */
function isSaid(handling: DisclosedHandling | undefined): handling is DisclosedHandling {
  return handling !== undefined && handling.shown.length + handling.leftOut.length > 0;
}

const REASON_MISSING = issueOf('missing', 'reason', 'Select why it is disclosed');
