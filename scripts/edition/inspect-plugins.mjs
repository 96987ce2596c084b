/**
 * Describes installed plugins for an edition. Copied into the folder where they are installed, and run there as a process
 * of its own: a plugin's code must not run in the one that builds.
 *
 *   node inspect-plugins.mjs RESULT.json GIVEN.json
 *
 * GIVEN.json: `{ "shipped": ["package"], "added": ["package"] }`
 */
import { readFileSync, writeFileSync } from 'node:fs';

const CORE_PLUGIN = '@cyber-prevent/core/plugin';
const CORE_PACK = '@cyber-prevent/core/pack';
const LISTS = ['adapters', 'instruments', 'importers', 'exporters', 'templates', 'codeLists'];

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
  const { createToolkit } = await import(CORE_PLUGIN);
  const { pluginTemplates } = await import(CORE_PACK);
  const shipped = await Promise.all(names.shipped.map(pluginOf));
  const added = await Promise.all(names.added.map(pluginOf));
  // Checks every addition, and refuses an id that is taken.
  createToolkit([...shipped, ...added].map(({ plugin }) => plugin));
  return added.map(({ name, key, plugin }) => ({
    package: name,
    version: plugin.version,
    exported: key,
    // The checked adapters are data: the extension gets them without the code next to them.
    adapters: plugin.adapters ?? [],
    templates: pluginTemplates(plugin),
    hosted: (plugin.importers ?? []).length + (plugin.exporters ?? []).length > 0,
    counts: Object.fromEntries(LISTS.map((list) => [list, (plugin[list] ?? []).length])),
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
