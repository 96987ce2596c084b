/** A verdict on an audit file in a supervisor's words, one line each. */
import { digestGroups } from '../shared/digest-groups.js';
import { isError } from '../shared/issue.js';
import type { AuditVerdict } from '../store/audit/audit-file-verify.js';

export function auditReport(verdict: AuditVerdict): readonly string[] {
  const { isWhole, entries, end, checkpoint, officers, issues, firstAt, lastAt } = verdict;
  const groups = digestGroups(end.head);
  const errors = issues.filter(isError);
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const count = entries.toLocaleString('en-GB');
  return [
    isWhole
      ? `WHOLE: ${entries === 1 ? '1 entry, signed' : `${count} entries, each signed`} and in its place.`
      : 'NOT WHOLE.',
    ...errors.map(({ message }) => `  ${message}`),
    ...(isWhole
      ? []
      : ['  Keep this file as it is, and tell the administrator of the toolkit in your force.']),
    '',
    `Vault: ${checkpoint.team}, device ${checkpoint.device}`,
    `File made: ${checkpoint.at}`,
    ...(isWhole ? [] : [`Good entries, from the first on: ${count}`]),
    ...(firstAt && lastAt
      ? [`First entry: ${firstAt}`, `Last ${isWhole ? '' : 'good '}entry: ${lastAt}`]
      : []),
    ...officers.map(
      ({ officer, signingKey, entries: signed }) =>
        `Officer ${officer}: ${signed.toLocaleString('en-GB')} entries with the key ${signingKey}`,
    ),
    '  Compare each id and key with “officer” and “signingKey” of that officer’s colleague card.',
    ...(entries > 0
      ? [
          `Chain at entry ${end.seq}:`,
          ...[0, 4, 8, 12].map((from) => `  ${groups.slice(from, from + 4).join(' ')}`),
        ]
      : []),
    ...(warnings.length > 0 ? ['', ...warnings.map(({ message }) => `Note: ${message}`)] : []),
  ].map(withoutControls);
}

/** Replaces control characters: a file from elsewhere must not steer the terminal that shows it. */
export function withoutControls(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
