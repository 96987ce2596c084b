/** A plugin is started by one command: the result is complete, named throughout, and never replaces another. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nameTrouble, newPlugin } from './new-plugin.mjs';

let dir;
beforeEach(() => {
  mkdirSync('temp', { recursive: true });
  dir = mkdtempSync('temp/new-plugin-');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (...args) =>
  spawnSync(process.execPath, ['scripts/new-plugin.mjs', ...args], { encoding: 'utf8' });

describe('nameTrouble', () => {
  it.each(['north', 'north-rms', 'rms2', 'case', 'plugin-template'])('lets %s pass', (name) => {
    expect(nameTrouble(name)).toBeUndefined();
  });

  it.each([
    ['', 'Give the plugin a name'],
    [undefined, 'Give the plugin a name'],
    ['North', 'small letters'],
    ['2north', 'begin with a letter'],
    ['north--rms', 'single hyphens'],
    ['north-', 'single hyphens'],
    ['../north', 'will not do'],
    ['north rms', 'will not do'],
    ['@force/north', 'Give the name alone'],
    ['cyber-prevent-plugin-north', 'Give the name alone'],
    ['n'.repeat(41), '40 characters'],
  ])('says what is wrong with “%s”', (name, words) => {
    expect(nameTrouble(name)).toContain(words);
  });
});

describe('newPlugin', () => {
  it('copies the whole template, and nothing that a build or an install left in it', () => {
    const { folder } = newPlugin('north-rms', dir);
    expect(
      readdirSync(folder, { recursive: true })
        .map((path) => path.replaceAll('\\', '/'))
        .sort(),
    ).toEqual([
      'README.md',
      'fixtures',
      'fixtures/referral-1.html',
      'fixtures/referral-1.json',
      'package.json',
      'src',
      'src/index.ts',
      'src/referral.test.ts',
      'src/referral.ts',
      'tsconfig.json',
      'tsup.config.ts',
    ]);
  });

  it('names the package, the adapter, the export and the host after the plugin', () => {
    const { folder, packageName } = newPlugin('north-rms', dir);
    const file = (path) => readFileSync(join(folder, path), 'utf8');
    expect(packageName).toBe('cyber-prevent-plugin-north-rms');
    expect(JSON.parse(file('package.json')).name).toBe(packageName);
    expect(file('src/index.ts')).toContain('export const northRmsPlugin =');
    expect(file('src/referral.ts')).toContain("id: 'north-rms/referral'");
    expect(file('src/referral.ts')).toContain("title: 'North rms'");
    expect(file('fixtures/referral-1.json')).toContain('https://north-rms.example.org/');
    expect(file('README.md')).toMatch(
      /^# cyber-prevent-plugin-north-rms\n\nReads the referral screen of North rms/,
    );
  });

  it('leaves no word of the template', () => {
    const { folder } = newPlugin('north-rms', dir);
    const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(texts.join('\n')).not.toMatch(/plugin.?template|the template/i);
  });

  it('makes a plugin that stands on its own outside the workspace', () => {
    const { folder, inWorkspace } = newPlugin('north-rms', dir);
    expect(inWorkspace).toBe(false);
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).not.toMatch(/catalog:|workspace:/);
    const settings = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8'));
    expect(settings).not.toHaveProperty('extends');
    expect(settings.compilerOptions).not.toHaveProperty('customConditions');
    expect(settings.compilerOptions.strict).toBe(true);
  });

  it('makes a plugin of the workspace with the versions and settings of the workspace', () => {
    const { folder } = newPlugin('north-rms', dir, true);
    const { devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    expect(devDependencies).toMatchObject({
      '@cyber-prevent/core': 'workspace:*',
      vitest: 'catalog:',
    });
    const settings = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8'));
    expect(settings.extends).toBe('../../../tsconfig.base.json');
  });

  it('renames a name that holds the template’s own once only', () => {
    expect(newPlugin('my-plugin-template', dir).packageName).toBe(
      'cyber-prevent-plugin-my-plugin-template',
    );
    const source = readFileSync(join(dir, 'my-plugin-template/src/referral.ts'), 'utf8');
    expect(source).toContain("id: 'my-plugin-template/referral'");
  });

  it('does not overwrite what is there', () => {
    const { folder } = newPlugin('north-rms', dir);
    rmSync(join(folder, 'README.md'));
    expect(() => newPlugin('north-rms', dir)).toThrow('is there already');
    expect(existsSync(join(folder, 'README.md'))).toBe(false);
  });
});

describe('the command', () => {
  it('says what it made and the next three steps', () => {
    const { status, stdout } = run('north-rms', '--dir', dir);
    expect(status).toBe(0);
    expect(stdout).toContain(`Made cyber-prevent-plugin-north-rms in ${dir}/north-rms`);
    expect(stdout.match(/^ {2}\d\. /gm)).toEqual(['  1. ', '  2. ', '  3. ']);
  });

  it('refuses in a sentence, without a trace of the program, and makes nothing', () => {
    for (const args of [
      ['North', '--dir', dir],
      ['north', 'rms', '--dir', dir],
      ['--dir', dir],
      ['north', '--where', dir],
    ]) {
      const { status, stderr } = run(...args);
      expect(status).toBe(1);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(readdirSync(dir)).toEqual([]);
  });
});
