/** Debian's names for the parts of Roundcube, and of the mail server behind it, that the suite needs. */
import type { DebianPackage } from '../../e2e/debian-package.ts';

export const PACKAGES: readonly DebianPackage[] = [
  { name: 'roundcube-core' },
  { name: 'roundcube-sqlite3' },
  { name: 'php-cli' },
  // Older ones use another format of settings.
  { name: 'dovecot-imapd', atLeast: '1:2.4' },
];
