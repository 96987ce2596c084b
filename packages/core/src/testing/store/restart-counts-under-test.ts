/** Runs before each test file: several share a worker, and a file gives the same ids whichever ran before it. */
import { restartCounts } from '../count.js';

restartCounts();
