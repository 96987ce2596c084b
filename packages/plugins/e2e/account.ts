/**
 * The account that a system runs as: `nobody` when started by root, since a web server has no business as root;
 * otherwise the caller's.
 */
import { execFileSync } from 'node:child_process';

export interface Account {
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

export function accountToRunAs(): Account {
  const whose = process.getuid?.() === 0 ? ['nobody'] : [];
  const says = (...flags: string[]): string =>
    execFileSync('id', [...flags, ...whose], { encoding: 'utf8' }).trim();
  return {
    user: says('-un'),
    group: says('-gn'),
    uid: Number(says('-u')),
    gid: Number(says('-g')),
  };
}
