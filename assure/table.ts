/** The findings for a reader: one line per figure, with failures marked. */
import type { Finding } from './measure.ts';

interface Shown {
  readonly name: string;
  readonly what: string;
  readonly seconds: number;
  readonly findings: readonly Finding[];
  readonly skipped?: string;
}

export function table(outcomes: readonly Shown[]): string {
  const lines: string[] = [];
  for (const { name, what, seconds, findings, skipped } of outcomes) {
    lines.push('', `${name}: ${what} (${skipped ? `skipped: ${skipped}` : `${seconds} s`})`);
    for (const finding of findings)
      lines.push(
        `  ${finding.holds ? 'holds ' : 'MISSED'}  ${finding.what}: ${finding.figure} (${finding.bar})`,
      );
  }
  const all = outcomes.flatMap(({ findings }) => findings);
  const missed = all.filter(({ holds }) => !holds).length;
  lines.push('', `${all.length - missed} hold, ${missed} missed`);
  return lines.join('\n');
}
