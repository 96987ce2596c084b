/** Debian's names for the parts of phpLDAPadmin, and of the directory behind it, that the suite needs. */
import type { DebianPackage } from '../../../../plugins/e2e/debian-package.ts';

export const PACKAGES: readonly DebianPackage[] = [
  { name: 'phpldapadmin' },
  { name: 'php-ldap' },
  { name: 'php-cli' },
  { name: 'slapd' },
];
