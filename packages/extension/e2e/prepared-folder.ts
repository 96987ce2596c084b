/** The folder of one run of the suites in which their profiles are prepared; gone with the run, however it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absent where a project does not prepare. */
    readonly preparedFolder?: string;
  }
}

/** Called once by the runner. @returns what it calls at the end */
export default function preparesFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'officers-prepared-'));
  project.provide('preparedFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
