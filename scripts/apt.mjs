/**
 * Debian's packages on this machine, for the needs of the suites. Node built-ins only: it runs before anything is
 * installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const APT = '/usr/bin/apt-get';

/** The commands with which packages start their services, now and at every boot. */
const STARTERS = ['invoke-rc.d', 'update-rc.d', 'deb-systemd-invoke', 'deb-systemd-helper'];

/** The relevant facts about this machine. */
const thisMachine = () => ({
  platform: process.platform,
  uid: process.getuid?.(),
  hasApt: existsSync(APT),
});

/** @returns why packages cannot be installed here; undefined when they can */
export function whyNoApt({ platform, uid, hasApt } = thisMachine()) {
  if (platform !== 'linux' || !hasApt) return 'not Debian, so there are no packages to install';
  if (uid !== 0) return 'not root, so no packages can be installed';
  return undefined;
}

/**
 * Installs packages and removes none. None of their services is started: a suite that needs one starts its own.
 *
 * @returns the reason for a failure; undefined on success
 */
export function aptInstall(packages, say) {
  const why = whyNoApt();
  if (why) return why;
  say(`installing ${listed(packages)} from Debian's packages`);
  const quiet = mkdtempSync(join(tmpdir(), 'no-services-'));
  for (const name of STARTERS) symlinkSync('/bin/true', join(quiet, name));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another clone may be installing at the same time.
  const patient = ['-o', 'DPkg::Lock::Timeout=600', '-qq'];
  spawnSync(APT, ['update', ...patient], { env, stdio: 'ignore', timeout: 120_000 });
  const { status, stderr, error } = spawnSync(
    APT,
    [
      'install',
      ...patient,
      ...['-o', `DPkg::Path=${quiet}:/usr/sbin:/usr/bin:/sbin:/bin`],
      ...['-o', 'Dpkg::Options::=--force-confold'],
      ...['-y', '--no-remove', '--no-install-recommends'],
      ...packages,
    ],
    { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  rmSync(quiet, { recursive: true, force: true });
  if (status === 0) return undefined;
  const said = (stderr ?? '').split('\n').find((line) => line.startsWith('E: '));
  const cause = error?.message ?? said?.slice(3) ?? `it ended with ${status}`;
  return `apt-get could not install ${listed(packages)} (${cause})`;
}

/** The version of an installed package; undefined when it is not installed, or the system is not Debian. */
export function installedVersion(name) {
  const { status, stdout } = spawnSync(
    'dpkg-query',
    ['-W', '-f', '$' + '{db:Status-Status} $' + '{Version}', name],
    { encoding: 'utf8' },
  );
  const [state, version] = status === 0 ? stdout.split(' ') : [];
  return state === 'installed' ? version : undefined;
}

export function isAtLeast(version, least) {
  return spawnSync('dpkg', ['--compare-versions', version, 'ge', least]).status === 0;
}

function listed(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
