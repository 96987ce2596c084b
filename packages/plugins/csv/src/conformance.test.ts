import { testExporter, testImporter } from '@cyber-prevent/core/testing';
import Papa from 'papaparse';
import { csvExporter, csvImporter } from './index.js';
import { samples } from './samples.js';

testImporter(csvImporter, { samples });
testExporter(csvExporter, {
  importer: csvImporter,
  cells: (bytes) => Papa.parse<string[]>(new TextDecoder().decode(bytes)).data.flat(),
});
