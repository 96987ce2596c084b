/**
 * Logs that a file leaves: to whom, why, by which gateway, with which marking, which records and fields, and the digest
 * of its bytes. The bytes are handed over after the log has it, and never without.
 */
import { issueOf } from '../casework/act/issue-of.js';
import { type DisclosureInput, discloseDocument } from '../casework/person/disclose-document.js';
import type { CodeLists } from '../codes/code-list.js';
import type { Host } from '../shared/host.js';
import { failed, type Issue, type Result } from '../shared/issue.js';
import type { Commit } from '../store/log/revision.js';
import type { RecordsToGive } from './give-records.js';

/** A file as its exporter made it. */
export interface MadeFile {
  /** Id of the exporter. */
  readonly format: string;
  readonly bytes: Uint8Array;
  /** Referrals in it, counted by reading it again; absent if nothing here reads its format. */
  readonly rowCount?: number;
}

/** The day, the code lists, and the digest of bytes that the host computes. */
export interface FileDisclosureContext {
  readonly host: Pick<Host, 'clock'>;
  readonly lists: CodeLists;
  /** SHA-256 of bytes, hexadecimal, lower case: that of a file on any computer. */
  readonly digestOf: (bytes: Uint8Array) => Promise<string>;
}

/**
 * Makes the commit that logs the file, or an issue for each answer that is missing or wrong, and for a file that is not
 * the one that was asked for: empty, with more or fewer referrals, or made for another destination.
 */
export async function discloseFile(
  { audience, set, records, fields, handling }: RecordsToGive,
  { format, bytes, rowCount }: MadeFile,
  input: DisclosureInput,
  { host, lists, digestOf }: FileDisclosureContext,
): Promise<Result<Commit>> {
  const count = set.records.referral?.length ?? 0;
  const issues: readonly Issue[] = [
    ...(bytes.length === 0 ? [FILE_EMPTY] : []),
    ...(rowCount !== undefined && rowCount !== count ? [rowsDiffer(rowCount, count)] : []),
    ...(input.destination && input.destination !== audience ? [ANOTHER_DESTINATION] : []),
  ];
  const file = { format, marking: set.marking, digest: await digestOf(bytes) };
  const made = discloseDocument({ records, fields, file, handling }, input, { host, lists });
  return issues.length > 0 ? failed(...issues, ...made.issues) : made;
}

function rowsDiffer(rowCount: number, count: number): Issue {
  return issueOf(
    'file-rows-differ',
    'format',
    `The file has ${rowCount} ${rowCount === 1 ? 'referral' : 'referrals'}, and ${count} ${count === 1 ? 'was' : 'were'} to be given. It was not given out. Choose another format, and report this one.`,
  );
}

const FILE_EMPTY = issueOf(
  'file-empty',
  'format',
  'The format made an empty file. It was not given out. Choose another format, and report this one.',
);
const ANOTHER_DESTINATION = issueOf(
  'another-destination',
  'destination',
  'The file was made for another destination. Make it again for this one.',
);
