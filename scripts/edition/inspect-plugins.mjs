/**
 * Describes installed plugins for an edition. Copied into the folder where they are installed, and run there as a process
 * of its own: a plugin's code must not run in the one that builds.
 *
 *   node inspect-plugins.mjs RESULT.json GIVEN.json
 *
 * GIVEN.json: `{ "shipped": ["package"], "added": ["package"] }`
 */
import { readFileSync, writeFileSync } from 'node:fs';

const CORE = '@cyber-prevent/core';

const [result, given] = process.argv.slice(2);
const names = JSON.parse(readFileSync(given, 'utf8'));

/** The one export of a package that is a plugin of its name. */
async function pluginOf(name) {
  const exported = Object.entries(await import(name)).filter(
    ([, value]) => value?.name === name && typeof value.version === 'string',
  );
  const values = new Set(exported.map(([, plugin]) => plugin));
  if (values.size !== 1)
    throw new Error(
      `${name} exports ${values.size} plugins whose name is the package’s own. It must export one`,
    );
  const [[key, plugin]] = exported;
  return { name, key, plugin };
}

async function describe() {
  const { createToolkit } = await import(`${CORE}/plugin`);
  const { pluginDefinitions } = await import(`${CORE}/pack`);
  const shipped = await Promise.all(names.shipped.map(pluginOf));
  const added = await Promise.all(names.added.map(pluginOf));
  // Checks every addition, and refuses an id that is taken.
  const { codeLists } = createToolkit([...shipped, ...added].map(({ plugin }) => plugin));
  return added.map(({ name, key, plugin }) => ({
    package: name,
    version: plugin.version,
    exported: key,
    // Checked adapters and definitions are data: the extension gets them without the code next to them.
    adapters: plugin.adapters ?? [],
    ...pluginDefinitions(plugin, codeLists),
    hosted: (plugin.importers ?? []).length + (plugin.exporters ?? []).length > 0,
  }));
}

writeFileSync(
  result,
  JSON.stringify(
    await describe().then(
      (plugins) => ({ plugins }),
      (error) => ({ fault: error?.message ?? String(error) }),
    ),
  ),
);
