/**
 * The look of a report as a page and on paper. The marking is printed in the margins of every sheet; where a browser
 * does not do that, as Firefox, which alone knows -moz-appearance, it stays at the head and foot of the text.
 */
export const documentStyle = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem; font: 1.0625rem/1.5 system-ui, sans-serif; color: #0b0c0c; background: #fff; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.25rem; margin-top: 2rem; }
.cp-marking { text-align: center; margin: 1rem 0; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #b1b4b6; overflow-wrap: anywhere; }
th { overflow-wrap: break-word; }
p, li { overflow-wrap: anywhere; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  h1, h2 { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
@supports not (-moz-appearance: none) { @media print { .cp-marking strong, .cp-marking br { display: none; } } }
@page { size: A4; margin: 2cm; @bottom-right { content: "Page " counter(page) " of " counter(pages); } }
@page official { @top-center { content: "OFFICIAL"; } @bottom-center { content: "OFFICIAL"; } }
@page official-sensitive { @top-center { content: "OFFICIAL-SENSITIVE"; } @bottom-center { content: "OFFICIAL-SENSITIVE"; } }
.cp-official { page: official; }
.cp-official-sensitive { page: official-sensitive; }
`;

/** SHA-256 of the style, in the form that a content security policy uses; a test checks that the two match. */
export const STYLE_DIGEST = 'sha256-oA9TBRuUwPrX4FUuuuA9CO0ZgT1VebcQc/JqQ/E8DLg=';
