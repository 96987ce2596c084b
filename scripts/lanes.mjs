/**
 * Runs parts of a test run in parallel lanes: within a lane one part after the other, and a part waits for the parts it
 * needs, in any lane. Continues after a failure, so that one run shows all of them.
 */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {readonly string[]} failed - one line each
 * @property {readonly string[]} skipped - one line each, with the reason where the reason is known
 */

/**
 * @typedef {object} Part
 * @property {string} name - as given with `--only`
 * @property {string} lane
 * @property {readonly string[]} [needs] - names of parts that must have ended first
 * @property {() => Promise<Outcome>} run
 */

/**
 * @param {readonly Part[]} parts
 * @param {{ begun(part: Part): void, ended(part: Part, outcome: Outcome, seconds: number): void }} tell
 * @param {() => number} now - milliseconds
 * @returns {Promise<readonly { part: Part, outcome: Outcome, seconds: number }[]>} in the order of `parts`
 */
export async function runLanes(parts, tell, now = () => performance.now()) {
  refuseDeadlock(parts);
  const ends = new Map(parts.map(({ name }) => [name, Promise.withResolvers()]));
  const lanes = Object.values(Object.groupBy(parts, ({ lane }) => lane));
  const results = new Map();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const part of lane) {
        await Promise.all((part.needs ?? []).map((name) => ends.get(name)?.promise));
        tell.begun(part);
        const begun = now();
        const outcome = await part.run().catch((error) => ({
          passed: 0,
          failed: [`${part.name}: it could not be run: ${error?.message ?? error}`],
          skipped: [],
        }));
        const seconds = (now() - begun) / 1000;
        results.set(part.name, { part, outcome, seconds });
        tell.ended(part, outcome, seconds);
        ends.get(part.name).resolve();
      }
    }),
  );
  return parts.map(({ name }) => results.get(name));
}

/** A part may need only earlier ones in the list: then lanes, which keep that order, never deadlock. */
function refuseDeadlock(parts) {
  const before = new Set();
  for (const { name, needs = [] } of parts) {
    const late = needs.find(
      (needed) => !before.has(needed) && parts.some((part) => part.name === needed),
    );
    if (late !== undefined) throw new Error(`${name} needs ${late}, which comes after it`);
    before.add(name);
  }
}

/** The requested parts with everything they need. @throws {RangeError} naming an unknown one */
export function chosen(parts, names) {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined)
    throw new RangeError(
      `There is no part “${unknown}”; there are ${parts.map(({ name }) => name).join(', ')}`,
    );
  const wanted = new Set(names);
  for (const { name, needs = [] } of parts.toReversed())
    if (wanted.has(name)) for (const needed of needs) wanted.add(needed);
  return parts.filter(({ name }) => wanted.has(name));
}

/** The first failures of a part, short enough to be read where only the start of a log is kept. */
export const firstFailures = ({ failed }) => failed.slice(0, 3).map((line) => line.slice(0, 500));

/** The end of a run: skipped parts, failures, the longest times, and the counts alone on the last line. */
export function closingLines(results, wallSeconds) {
  const skipped = results.flatMap(({ outcome }) => outcome.skipped);
  const failed = results.flatMap(({ outcome }) => outcome.failed);
  const passed = results.reduce((count, { outcome }) => count + outcome.passed, 0);
  const sum = results.reduce((total, { seconds }) => total + seconds, 0);
  const slowest = results
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, 5)
    .map(({ part, seconds }) => `${part.name} ${Math.round(seconds)} s`);
  return [
    ...skipped.map((line) => `skipped: ${line}`),
    ...failed.map((line) => `failed: ${line}`),
    `slowest: ${slowest.join(', ')}`,
    `${results.length} parts: ${Math.round(sum)} s one by one, ${Math.round(wallSeconds)} s side by side`,
    `${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
  ];
}
