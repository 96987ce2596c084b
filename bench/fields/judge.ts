/** A separate scorer of dumps, run in its own process, to show its result next to ours. */
import { spawnSync } from 'node:child_process';

/** Its means over systems, 0 to 1; absent if it has none. */
export interface Judgement {
  readonly pairRecall?: number;
  readonly pairPrecision?: number;
  readonly pairF1?: number;
  readonly conflictPrecision?: number;
  readonly fieldRecall?: number;
  readonly fieldPrecision?: number;
  readonly fieldF1?: number;
  readonly selection?: number;
}

/**
 * @param tool - the scorer's file
 * @param pages - folder of systems
 * @param dump - file of the readings
 * @returns undefined when its output was not readable
 */
export function judge(tool: string, pages: string, dump: string): Judgement | undefined {
  const { stdout } = spawnSync(
    process.execPath,
    [tool, '--pages', pages, '--dump', dump, '--json'],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  try {
    return (JSON.parse(stdout) as { macro: Judgement }).macro;
  } catch {
    return undefined;
  }
}
