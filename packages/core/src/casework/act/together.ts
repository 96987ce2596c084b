/**
 * One action, many records: a visit with several subjects, the notes and promises made there, from one form. All of it
 * is one save, stored and undone as one.
 */
import { PreventError } from '../../shared/errors.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { CaseCommit } from './context.js';

/** An act and its subject in the form: “for Rowan Vael”. The subject is shown before its issues. */
export interface Together {
  readonly of: string;
  readonly act: Result<CaseCommit>;
}

export interface TogetherCommit {
  readonly commit: CaseCommit['commit'];
  /** Ids of the records, in the order given. */
  readonly ids: readonly RecordId[];
}

/**
 * Returns one commit of all the acts, or every issue of every act. Each issue names its subject, and its place in the
 * form is `acts.N.field`. The audit keeps the entries of each.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when two of them change one record: the later could not know of the
 * earlier
 */
export function together(acts: readonly Together[], reason: string): Result<TogetherCommit> {
  const issues = acts.flatMap(({ of, act }, nth) =>
    act.issues.map(
      (issue): Issue => ({
        ...issue,
        message: `${of}: ${issue.message}`,
        at: issue.at === undefined ? `acts.${nth}` : `acts.${nth}.${issue.at}`,
      }),
    ),
  );
  const made = acts.flatMap(({ act }) => (act.ok ? [act.value] : []));
  if (acts.length === 0) return failed(NOTHING);
  if (made.length < acts.length) return failed(...issues);
  const changes = made.flatMap(({ commit }) => commit.changes);
  if (new Set(changes.map(({ record }) => record)).size < changes.length)
    throw new PreventError('CP_RECORD_INVALID', 'Two acts of one save change the same record');
  const audit = made.flatMap(({ commit }) => commit.audit ?? []);
  return passed(
    {
      commit: { changes, reason, ...(audit.length > 0 ? { audit } : {}) },
      ids: made.map(({ id }) => id),
    },
    issues,
  );
}

const NOTHING: Issue = {
  code: 'nothing-to-save',
  severity: 'error',
  message: 'Choose who the contact was with',
  at: 'acts',
};
