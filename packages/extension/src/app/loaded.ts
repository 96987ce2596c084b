/** A file of ours that is fetched when it is first needed, and whose loss is told: the toolkit may be updated under an open page. */
import { failed, passed, type Result } from '@cyber-prevent/core';
import { t } from '../locales/translate.js';

/** @param file - as `import()` gives it */
export async function loaded<M>(file: Promise<M>): Promise<Result<M>> {
  try {
    return passed(await file);
  } catch {
    return failed({ code: 'file-not-loaded', message: t('shell.not-loaded'), severity: 'error' });
  }
}
