/** The folder of one run for the suites' prepared profiles; deleted with the run, however it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absent if a project does not prepare. */
    readonly preparedFolder?: string;
  }
}

/** Called once by the runner. @returns a function that it calls at the end */
export default function preparesFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'officers-prepared-'));
  project.provide('preparedFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
