/** The jobs that are counted in an open vault, in the order of the bars; setting one up is counted by itself. */
import type { Job } from './job.ts';
import { assess } from './jobs/assess.ts';
import { ceaseAndDesist } from './jobs/cease-and-desist.ts';
import { closeAndDispose } from './jobs/close-and-dispose.ts';
import { decideReferral } from './jobs/decide-referral.ts';
import { fileKnownPage } from './jobs/file-known-page.ts';
import { filePastedEmail } from './jobs/file-pasted-email.ts';
import { giveSummary } from './jobs/give-summary.ts';
import { logIntervention } from './jobs/log-intervention.ts';
import { refuseAndDestroy } from './jobs/refuse-and-destroy.ts';

export const JOBS: readonly Job[] = [
  logIntervention,
  fileKnownPage,
  filePastedEmail,
  decideReferral,
  refuseAndDestroy,
  giveSummary,
  ceaseAndDesist,
  assess,
  closeAndDispose,
];
