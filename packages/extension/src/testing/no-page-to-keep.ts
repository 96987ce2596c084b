/** For captures in tests that remember no page, and so are asked for no copy. */
import { failed } from '@cyber-prevent/core';
import type { CaptureService } from '../ports/capture-service.js';

export const noPageToKeep: CaptureService['pageToKeep'] = async () =>
  failed({ code: 'snapshot-unreadable', severity: 'error', message: 'There is no page.' });
