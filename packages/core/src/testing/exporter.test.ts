/** Tests of the suite with exporters of reports, which no shipped plugin has. */
import type { Exporter } from '../plugin/exporter.js';
import { toHtmlDocument } from '../report/html.js';
import type { Rendered } from '../report/rendered.js';
import { testExporter } from './exporter.js';

const reportExporter = (
  id: string,
  mediaType: string,
  textOf: (report: Rendered) => string,
): Exporter => ({
  id,
  title: id,
  mediaType,
  extension: id,
  takes: ['rendered'],
  async write(input) {
    if (input.type !== 'rendered') throw new TypeError('Only a report can be written like this');
    return new TextEncoder().encode(textOf(input));
  },
});

testExporter(reportExporter('md', 'text/markdown', ({ markdown }) => markdown));
testExporter(reportExporter('html', 'text/html', toHtmlDocument));
