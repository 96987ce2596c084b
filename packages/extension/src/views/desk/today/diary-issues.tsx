import type { Issue } from '@cyber-prevent/core';
import { WarningText } from '../../../components/warning-text.js';

/** Reasons that the days are doubtful: a table of bank holidays that has run out, a clock that cannot be right. */
export function DiaryIssues({ issues }: { issues: readonly Issue[] }) {
  return (
    <>
      {issues.map(({ code, message }) => (
        <WarningText key={code + message}>{message}</WarningText>
      ))}
    </>
  );
}
