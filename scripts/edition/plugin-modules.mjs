/** The modules of the extension that an edition replaces. */

/**
 * @param found - the plugins as `inspect-plugins.mjs` describes them
 * @returns path in the extension's package → text
 */
export function pluginModules(found) {
  const hosted = found.filter(({ hosted }) => hosted);
  const imports = hosted.map(
    ({ package: name, exported }, i) =>
      `import { ${JSON.stringify(exported)} as plugin${i} } from ${JSON.stringify(name)};\n`,
  );
  const names = hosted.map((_, i) => `plugin${i}`).join(', ');
  const adapters = found.flatMap((plugin) => plugin.adapters);
  const templates = found.flatMap(({ package: plugin, templates: { definitions } }) =>
    definitions.map((definition) => ({ plugin, definition })),
  );
  return new Map([
    ['src/edition-adapters.json', `${JSON.stringify(adapters, undefined, 2)}\n`],
    ['src/edition-templates.json', `${JSON.stringify(templates, undefined, 2)}\n`],
    [
      'src/sandbox/file/edition-plugins.ts',
      `/** The plugins that this edition adds. */
import type { Plugin } from '@cyber-prevent/core/plugin';
${imports.join('')}
export const EDITION_PLUGINS: readonly Plugin[] = [${names}];
`,
    ],
  ]);
}

/** Kinds of additions that no screen of the extension takes from a plugin. */
const UNUSED = { instruments: 'instruments', codeLists: 'code lists' };

/** Sentences about what a plugin adds and an edition leaves out. */
export function leftOut(found) {
  return found.flatMap(({ package: name, counts, templates }) => [
    ...Object.entries(UNUSED).flatMap(([list, words]) =>
      counts[list] > 0
        ? [`${name} adds ${words}, which the extension does not take from a plugin. Use a pack`]
        : [],
    ),
    ...templates.leftOut.map(
      ({ id, why }) => `${name} adds the template ${id}, which is left out. ${why}`,
    ),
  ]);
}
