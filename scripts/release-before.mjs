import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';

const FROZEN = 'packages/extension/src/keeper/released/vault-*.json';

/** The revision that froze the last vault of a release; undefined in a clone without that much history. */
export function releaseBefore(root) {
  const frozen = globSync(FROZEN, { cwd: root }).toSorted().at(-1);
  if (frozen === undefined) return undefined;
  try {
    const added = ['log', '-1', '--diff-filter=A', '--format=%H', '--', frozen];
    const revision = execFileSync('git', added, { cwd: root, encoding: 'utf8' }).trim();
    // A shallow clone says that its oldest revision added every file.
    const parents = ['rev-parse', '--verify', '--quiet', `${revision}^`];
    execFileSync('git', parents, { cwd: root, stdio: 'ignore' });
    return revision;
  } catch {
    return undefined;
  }
}
