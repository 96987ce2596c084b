/** Loads a file of ours on first need, and reports its loss: the toolkit may be updated under an open page. */
import { failed, passed, type Result } from '@cyber-prevent/core';
import { t } from '../locales/translate.js';

/** @param file - as `import()` gives it */
export async function loadFile<M>(file: Promise<M>): Promise<Result<M>> {
  try {
    return passed(await file);
  } catch {
    return failed({ code: 'file-not-loaded', message: t('shell.not-loaded'), severity: 'error' });
  }
}
