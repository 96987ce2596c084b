/** Debian's names for the parts of Request Tracker that the suite needs. */
import { existsSync } from 'node:fs';
import type { DebianPackage } from '../../e2e/debian-package.ts';

/**
 * A mail program must be installed, though ours sends nothing: the smallest without a server, and only if there is
 * none.
 */
const MAIL_PROGRAM: readonly DebianPackage[] = existsSync('/usr/sbin/sendmail')
  ? []
  : [{ name: 'dma' }];

export const PACKAGES: readonly DebianPackage[] = [
  ...MAIL_PROGRAM,
  { name: 'request-tracker5' },
  { name: 'rt5-db-sqlite' },
  { name: 'rt5-standalone' },
];
