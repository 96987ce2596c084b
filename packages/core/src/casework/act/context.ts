/** Inputs of the acts of casework: the time, fresh ids, and the code lists of the day. */
import type { CodeLists } from '../../codes/code-list.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Host, RecordId } from '../../shared/index.js';
import type { Commit } from '../../store/log/revision.js';

export interface CaseContext {
  readonly host: Pick<Host, 'clock' | 'random'>;
  readonly lists: CodeLists;
}

/** An act ready to be saved: one commit, and the id of the record that it makes. */
export interface CaseCommit {
  readonly commit: Commit;
  readonly id: RecordId;
}

/** A record as a form supplies it: the toolkit mints the id, and any field may still be empty. */
export type Input<K extends RecordKind> = {
  readonly [F in keyof Omit<RecordOf<K>, 'id'>]?: RecordOf<K>[F] | undefined;
};
