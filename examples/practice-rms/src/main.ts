// Starts the practice system from the command line: node src/main.ts --port 4173
import { parseArgs } from 'node:util';
import { startPracticeRms } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    'other-origin': { type: 'string' },
  },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new RangeError(`"${values.port}" is not a port`);
}

const otherOrigin = values['other-origin'];
const system = await startPracticeRms({ port, ...(otherOrigin && { otherOrigin }) });
console.log(`Practice record system: ${system.url}/`);
console.log('Every person in it is fictional. Press Ctrl+C to stop.');

process.once('SIGINT', async () => {
  await system.stop();
});
