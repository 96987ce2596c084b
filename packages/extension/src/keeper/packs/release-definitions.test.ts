/** The definitions of a release, and of the plugins that a force’s own edition adds. */
import { gatherCodeLists } from '@cyber-prevent/core';
import { type Definition, pluginDefinitions, shippedDefinitions } from '@cyber-prevent/core/pack';
import { expect, it } from 'vitest';
import { releaseDefinitions } from './release-definitions.js';

const list = (label: string) => ({
  id: 'advice-topic',
  title: 'Topics of advice',
  status: 'proposed' as const,
  source: 'Working paper 7 of the fictional Wendingshire team',
  checkedOn: '2026-11-20',
  codes: [{ code: 'mesh-club', label }],
});
const ofPlugin = (label: string): readonly Definition[] =>
  pluginDefinitions(
    { name: '@wendingshire/plugin', version: '1.2.0', codeLists: [list(label)] },
    { lists: gatherCodeLists(), checkedOn: '2026-12-02' },
  );
const topics = ({ definitions }: ReturnType<typeof releaseDefinitions>) =>
  definitions.filter(({ kind, id }) => kind === 'code-list' && id === 'advice-topic');

it('are those that ship where no plugin adds any', () => {
  const release = releaseDefinitions();
  expect(release.definitions).toEqual(shippedDefinitions());
  expect(release.definitions.every((each) => release.pluginOf(each) === undefined)).toBe(true);
});

it('have the plugin’s in place of the shipped one of its id, of two plugins the later one’s, with its name', () => {
  const edition = ['The mesh club', 'The other mesh club'].flatMap((label) =>
    ofPlugin(label).map((definition) => ({ plugin: `@wendingshire/${label}`, definition })),
  );
  const release = releaseDefinitions(edition);
  const [found, ...others] = topics(release);
  expect(others).toEqual([]);
  expect(found?.value).toMatchObject({ codes: [{ label: 'The other mesh club' }] });
  expect(found && release.pluginOf(found)).toBe('@wendingshire/The other mesh club');
  expect(release.definitions).toHaveLength(shippedDefinitions().length);
});
