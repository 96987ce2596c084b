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
  const definitions = found.flatMap(({ package: plugin, definitions: own }) =>
    own.map((definition) => ({ plugin, definition })),
  );
  return new Map([
    ['src/edition-adapters.json', `${JSON.stringify(adapters, undefined, 2)}\n`],
    ['src/edition-definitions.json', `${JSON.stringify(definitions, undefined, 2)}\n`],
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

/** Sentences about the definitions of plugins that an edition leaves out. */
export function leftOut(found) {
  return found.flatMap(({ package: name, leftOut: all }) =>
    all.map(
      ({ kind, id, why }) => `The ${kind.replace('-', ' ')} ${id} of ${name} is left out. ${why}`,
    ),
  );
}
