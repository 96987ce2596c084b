#!/usr/bin/env node
import { scoreCommand } from './score-command.js';

process.exitCode = await scoreCommand(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
});
