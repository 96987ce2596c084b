// The pieces of the legacy look: framesets, and layout tables inside layout tables.
import { type Html, type HtmlPart, html } from '../html.ts';
import { BANNER, PAGE_TITLE } from '../page.ts';

/** A label cell and the lines next to it. Each line after the first has its own empty label cell. */
export interface LegacyCell {
  readonly label: string;
  readonly lines: readonly Html[];
}

export function frameset(contentPath: string): Html {
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN" "http://www.w3.org/TR/html4/frameset.dtd">
<html lang="en-GB">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${PAGE_TITLE}</title></head>
<frameset rows="74,*" border="2">
<frame name="header" src="/legacy/header" scrolling="no" noresize>
<frameset cols="170,*" border="2">
<frame name="menu" src="/legacy/menu">
<frame name="content" src="${contentPath}">
</frameset>
<noframes><body><p>${BANNER}</p><p><a href="${contentPath}">Open without frames</a></p></body></noframes>
</frameset>
</html>
`;
}

export function legacyPage(body: HtmlPart, colour = '#dcdcdc'): Html {
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html lang="en-GB">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${PAGE_TITLE}</title></head>
<body bgcolor="${colour}" text="#000000" link="#000080" vlink="#000080" topmargin="4" leftmargin="6">
${body}
</body>
</html>
`;
}

export function headerFrame(): Html {
  return legacyPage(
    html`<table width="100%" border="0" cellpadding="2" cellspacing="0"><tr>
<td><font face="Arial" size="5" color="#ffffff"><b>P.R.S.</b></font>&nbsp;<font face="Arial" size="2" color="#c8d4ff">Practice Record System v4.2</font></td>
<td align="right"><font face="Arial" size="1" color="#ffffff">Operator:&nbsp;TRAINING&nbsp;01&nbsp;&nbsp;Terminal:&nbsp;T0</font></td>
</tr><tr><td colspan="2" bgcolor="#ffff99"><font face="Arial" size="2">${BANNER}</font></td></tr></table>`,
    '#000066',
  );
}

export function menuFrame(): Html {
  const link = (path: string, text: string, target: string) =>
    html`<tr><td bgcolor="#e8e8f4">&nbsp;<a href="${path}" target="${target}"><font face="Arial" size="2">${text}</font></a></td></tr>`;
  return legacyPage(
    html`<table width="100%" border="0" cellpadding="4" cellspacing="1" bgcolor="#808080">
<tr><td bgcolor="#000066"><font face="Arial" size="2" color="#ffffff"><b>Main Menu</b></font></td></tr>
${link('/legacy/content/', 'Referrals', 'content')}
${link('/', 'All looks', '_top')}
</table>
<p><font face="Arial" size="1">${BANNER}</font></p>`,
  );
}

/** A page with the banner, also inside the content frame: it may be opened or printed without the others. */
export function contentPage(body: HtmlPart): Html {
  return legacyPage(html`<p><font face="Arial" size="1" color="#800000">${BANNER}</font></p>
<table width="100%" border="0" cellpadding="0" cellspacing="0"><tr><td>
${body}
</td></tr></table>`);
}

/** A titled panel around a grid: the second and third tables of the three. */
export function panel(title: string, grid: Html): Html {
  return html`<table width="100%" border="1" cellpadding="0" cellspacing="0" bgcolor="#f4f4f4">
<tr><td bgcolor="#000080"><font face="Arial" size="2" color="#ffffff"><b>&nbsp;${title}</b></font></td></tr>
<tr><td>${grid}</td></tr>
</table><br>
`;
}

/** Two label and value pairs per row. Every other cell goes to the right, and each side continues separately. */
export function grid(cells: readonly LegacyCell[]): Html {
  if (cells.length === 1) return wideGrid(cells);
  const left = cells.filter((_, index) => index % 2 === 0).flatMap(withEmptyLabels);
  const right = cells.filter((_, index) => index % 2 === 1).flatMap(withEmptyLabels);
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const pairs = [left[index], right[index]].map((each) => pair(each, '33%'));
    return html`<tr valign="top">${pairs}</tr>\n`;
  });
  return html`<table width="100%" border="0" cellpadding="3" cellspacing="1">\n${rows}</table>`;
}

function wideGrid(cells: readonly LegacyCell[]): Html {
  const rows = cells.flatMap(withEmptyLabels);
  return html`<table width="100%" border="0" cellpadding="3" cellspacing="1">
${rows.map((each) => html`<tr valign="top">${pair(each, '83%')}</tr>\n`)}</table>`;
}

type Pair = readonly [label: string, value: Html];

function withEmptyLabels({ label, lines }: LegacyCell): Pair[] {
  const [first = html`&nbsp;`, ...rest] = lines;
  return [[label, first], ...rest.map((line): Pair => ['', line])];
}

function pair(each: Pair | undefined, width: string): Html {
  const [label, value] = each ?? ['', html`&nbsp;`];
  const shownLabel = label === '' ? html`&nbsp;` : html`${label}:`;
  return html`<td width="17%" align="right" bgcolor="#d0d8e8" nowrap><font face="Arial" size="2">${shownLabel}</font></td><td width="${width}" bgcolor="#ffffff"><font face="Arial" size="2">${value}</font></td>`;
}
