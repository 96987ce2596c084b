/** Debian's names for the parts of Redmine, and of the server that runs it, that the suite needs. */
import type { DebianPackage } from '../../../../plugins/e2e/debian-package.ts';

export const PACKAGES: readonly DebianPackage[] = [
  { name: 'redmine', atLeast: '6.0' },
  { name: 'redmine-sqlite' },
  { name: 'puma' },
];
