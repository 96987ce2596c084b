/** The small file that says what a force's own edition consists of, read and checked before anything is made. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { EditionFault } from './edition-fault.mjs';
import { readExtensionKey } from './extension-key.mjs';
import { pinFault, policyFaults, withPacks } from './policy-check.mjs';

const POLICY_SCHEMA = 'packages/extension/public/managed-schema.json';
const OUR_FIREFOX_ID = 'cyber-prevent@toolkit.example';
const PACK_FORMAT = 'cyber-prevent/pack';
/** The extension leaves out what a policy has beyond these. */
const MOST_PACKS = 20;

const Text = v.pipe(v.string('Write text in quotes'), v.trim(), v.nonEmpty('Write something here'));
const Path = v.pipe(
  Text,
  v.transform((path) => path.replaceAll('\\', '/')),
);
const Paths = v.exactOptional(v.array(Path, 'Write a list in square brackets'), []);

const EditionFile = v.strictObject({
  /** Shown by the browser in its list of extensions. The screens keep the toolkit's own name. */
  name: v.pipe(Text, v.maxLength(45, 'Use 45 characters or fewer')),
  /** Counts the builds that a force rolls out; the last part of the version. */
  release: v.pipe(
    v.number('Write a whole number'),
    v.integer('Write a whole number'),
    v.minValue(1, 'Begin with 1'),
    v.maxValue(65_535, 'Use 65535 or less'),
  ),
  key: Path,
  firefoxId: v.pipe(
    Text,
    v.maxLength(80, 'Use 80 characters or fewer'),
    v.regex(
      /^(\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}|[a-z0-9._-]+@[a-z0-9._-]+)$/i,
      'Write it like cyber-prevent@force.example, or as a GUID in braces',
    ),
    v.notValue(OUR_FIREFOX_ID, 'This is the id of the toolkit’s own build. Choose one of your own'),
  ),
  /** Folder on the force's web server from which browsers fetch the extension and its updates. */
  hostedAt: v.pipe(
    Text,
    v.regex(/^https:\/\/[^\s?#"'<>&]+\/$/, 'Write an https:// address that ends with a slash'),
  ),
  plugins: Paths,
  packs: Paths,
  policy: v.exactOptional(Path),
});

const MEMBERS = Object.keys(EditionFile.entries);

/** The words for one issue of the schema. */
function faultOf(issue) {
  const where = v.getDotPath(issue) ?? 'the file';
  if (issue.type !== 'strict_object') return { where, what: issue.message };
  if (issue.expected === 'never')
    return { where, what: `An edition has no such member. It has ${MEMBERS.join(', ')}` };
  return { where, what: issue.path ? 'This is missing. Add it' : 'Write one object in braces' };
}

/**
 * Reads an edition and all that it names.
 *
 * @param file - path of the edition's file; paths in it are relative to its folder
 * @returns the edition, with its key and id, the folders or tarballs of its plugins, the texts of its packs and its
 *   whole policy, which hands them out
 * @throws {EditionFault} with everything that is wrong
 */
export function readEdition(file, schema = JSON.parse(readFileSync(POLICY_SCHEMA, 'utf8'))) {
  const faults = [];
  const folder = dirname(resolve(file));
  const tell = (where, what) => void faults.push({ where, what });
  /** Reads one file of the edition; tells and gives undefined if that fails. */
  const attempt = (where, path, read) => {
    try {
      return read(readFileSync(resolve(folder, path), 'utf8'));
    } catch (error) {
      tell(`${where} (${path})`, isAbsent(error) ? 'There is no such file' : error.message);
      return undefined;
    }
  };

  const content = attempt('edition', basename(file), parseJson);
  if (content === undefined) throw new EditionFault(faults);
  const read = v.safeParse(EditionFile, content);
  if (!read.success) throw new EditionFault(read.issues.map(faultOf));
  const { key: keyPath, plugins: pluginPaths, packs, policy: policyPath, ...rest } = read.output;

  const key = attempt('key', keyPath, readExtensionKey);
  const plugins = pluginPaths.map((path, i) => {
    const at = resolve(folder, path);
    const what = pluginFault(at);
    if (what) tell(`plugins[${i}] (${path})`, what);
    return at;
  });
  const policy = policyPath === undefined ? {} : attempt('policy', policyPath, parseJson);
  if (policy !== undefined) faults.push(...policyFaults(schema, policy));
  const texts = packs.map((path, i) => attempt(`packs[${i}]`, path, packText));
  if (faults.length === 0 && packs.length + (policy.packs?.files?.length ?? 0) > MOST_PACKS)
    tell(
      'packs',
      `A policy hands out ${MOST_PACKS} packs at most. Put several definitions into one pack`,
    );
  if (faults.length === 0)
    for (const [i, text] of texts.entries()) {
      const what = pinFault(policy, text);
      if (what) tell(packPlace(packs, i), what);
    }
  if (faults.length > 0) throw new EditionFault(faults);
  return {
    ...rest,
    ...key,
    folder,
    plugins,
    packs: texts.map((text, i) => ({ where: packPlace(packs, i), text })),
    policy: withPacks(policy, texts),
  };
}

function pluginFault(at) {
  if (!existsSync(at)) return 'There is no such file or folder';
  if (statSync(at).isDirectory())
    return existsSync(resolve(at, 'package.json'))
      ? undefined
      : 'There is no package.json in this folder. Name the folder of a package, or its tarball';
  return /\.(tgz|tar\.gz)$/.test(at)
    ? undefined
    : 'Name a tarball that pnpm pack made (.tgz), or the folder of a package';
}

function packPlace(paths, i) {
  return `packs[${i}] (${paths[i]})`;
}

function packText(text) {
  if (parseJson(text)?.format !== PACK_FORMAT)
    throw new Error(`This is not a pack: its format is not “${PACK_FORMAT}”`);
  return text;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`This is not JSON: ${error.message}`, { cause: error });
  }
}

function isAbsent(error) {
  return error.code === 'ENOENT' || error.code === 'EISDIR';
}
