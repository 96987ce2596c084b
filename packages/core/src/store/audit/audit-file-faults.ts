/** Faults of an audit file, in a supervisor's words: the finding, and its possible cause. */
import type { Issue } from '../../shared/issue.js';
import type { Instant } from '../../shared/primitives.js';
import { type ChainFault, type ChainHead, faultSentence } from '../log/chain.js';
import type { Checkpoint } from './audit-file-checkpoint.js';

/** An issue and the entry that it is about; 0 is the file's first line. Absent: the given checkpoint. */
export interface AuditFault {
  readonly issue: Issue;
  readonly seq?: number;
}

export function brokenEntry(seq: number, fault: ChainFault, why?: string): AuditFault {
  const message = why === undefined ? faultSentence(seq, fault) : `Entry ${seq} of the log ${why}.`;
  return faultAt(seq, { code: `chain-${fault}`, severity: 'error', message });
}

export interface Reached {
  /** The last good entry. */
  readonly end: ChainHead;
  /** Set if a bad entry broke the chain there, so that nothing is known about the rest. */
  readonly isBroken: boolean;
  /** Digests of the entries at the places that a checkpoint names, as far as the chain came. */
  readonly heads: ReadonlyMap<number, string | undefined>;
}

/** Compares the file with the checkpoint in its own first line. */
export function againstOwn({ seq, head }: Checkpoint, reached: Reached): readonly AuditFault[] {
  const { end, isBroken, heads } = reached;
  if (end.seq > seq)
    return [
      faultAt(seq + 1, {
        code: 'audit-beyond',
        severity: 'error',
        message: `The file says that it ends at entry ${seq}, and there are more.`,
      }),
    ];
  if (end.seq < seq)
    return isBroken
      ? []
      : [
          cut(
            end,
            seq,
            'The file was cut short after it was made: ask for it to be exported again.',
          ),
        ];
  return heads.get(seq) === head
    ? []
    : [
        faultAt(seq, {
          code: 'audit-beyond',
          severity: 'error',
          message: `Entry ${seq} is not the one with which the file says that it ends.`,
        }),
      ];
}

/** Compares the file with a checkpoint that was kept elsewhere. */
export function againstGiven(
  given: ChainHead & { readonly at?: Instant },
  reached: Reached,
  madeAt: Instant,
): readonly AuditFault[] {
  const { end, isBroken, heads } = reached;
  const head = heads.get(given.seq);
  if (head !== undefined && head !== given.head)
    return [
      faultAt(given.seq, {
        code: 'audit-other-history',
        severity: 'error',
        message: `This is another history: entry ${given.seq} is not the one in the checkpoint. A copy of the whole profile may have been put back and worked on from there. The two part at entry ${given.seq} or before it; an earlier checkpoint narrows it down.`,
      }),
    ];
  if (end.seq >= given.seq || isBroken) return [];
  const isOlder = given.at !== undefined && Date.parse(madeAt) < Date.parse(given.at);
  return [
    cut(
      end,
      given.seq,
      isOlder
        ? 'The file says that it was made before the checkpoint. If that is so, ask for a new one; if not, the end was cut off or a copy of the whole profile was put back.'
        : 'The end was cut off, or a copy of the whole profile from an earlier day was put back.',
    ),
  ];
}

function cut({ seq }: ChainHead, wanted: number, why: string): AuditFault {
  const missing = wanted - seq;
  const what = missing === 1 ? '1 entry is missing' : `${missing} entries are missing`;
  const message = `${what} at the end: there are ${seq}, and there were ${wanted}. ${why}`;
  return faultAt(seq + 1, { code: 'audit-cut', severity: 'error', message });
}

export const FIRST_LINE_NOT_SIGNED: AuditFault = {
  seq: 0,
  issue: {
    code: 'audit-first-line',
    severity: 'error',
    at: 'first line',
    message:
      'The first line of the file does not have its officer’s signature: the checkpoint or a key in it was altered.',
  },
};

export const OTHER_DEVICE: AuditFault = {
  issue: {
    code: 'audit-other-device',
    severity: 'error',
    at: 'checkpoint',
    message:
      'The checkpoint is of another device or another vault, so the two cannot be compared. If the officer’s vault was set up again since, what the earlier one logged is not in this file.',
  },
};

export const GIVEN_NOT_SIGNED: AuditFault = {
  issue: {
    code: 'audit-checkpoint-unsigned',
    severity: 'error',
    at: 'checkpoint',
    message:
      'The checkpoint that was handed in is not signed with a key of this file: it was altered, or the file is not this officer’s.',
  },
};

export const NO_CHECKPOINT: Issue = {
  code: 'audit-no-checkpoint',
  severity: 'warning',
  message:
    'No earlier checkpoint was handed in. Without one nobody can see whether the end was cut off before this file was made, whether a copy of the whole profile was put back, or whether all of it was written again by somebody who holds the key.',
};

export const NO_SIGNATURES: Issue = {
  code: 'audit-signatures-unchecked',
  severity: 'warning',
  message: 'Signatures were not checked: only that each entry follows on from the one before.',
};

export function clockBack(seq: number, before: Instant, at: Instant): Issue {
  return {
    code: 'audit-clock-back',
    severity: 'warning',
    at: `entry ${seq}`,
    message: `The clock went back at entry ${seq}, from ${before} to ${at}. The order holds by sequence; look at what the days say with care.`,
  };
}

function faultAt(seq: number, issue: Issue): AuditFault {
  return { seq, issue: { at: `entry ${seq}`, ...issue } };
}
