/** The handling that commands share: help, wrong arguments, and trouble with a file are reported in one way. */
import { withoutControls } from './audit-report.js';

export interface CommandOutput {
  out(line: string): void;
  error(line: string): void;
}

/**
 * Runs the command as asked.
 *
 * @param asked - undefined where the arguments could not be read
 * @returns the result of the work, 0 for help, 2 for wrong arguments and for a file that cannot be read
 */
export async function runCommand<A extends object>(
  asked: A | 'help' | undefined,
  usage: string,
  { out, error }: CommandOutput,
  work: (asked: A) => Promise<0 | 1 | 2>,
): Promise<0 | 1 | 2> {
  if (asked === 'help') {
    out(usage);
    return 0;
  }
  if (asked === undefined) {
    error(usage);
    return 2;
  }
  try {
    return await work(asked);
  } catch (trouble) {
    error(withoutControls(trouble instanceof Error ? trouble.message : String(trouble)));
    return 2;
  }
}
