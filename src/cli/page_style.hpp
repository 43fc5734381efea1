// SPDX-License-Identifier: MIT
// How a page looks: light and dark, on a phone, on a desk and on paper.
#pragma once

#include <string_view>

namespace oneonone {

/// In this order: colours, page, headings, handouts, figures, cards, tables, drawings, phones,
/// paper.
inline constexpr std::string_view page_style = R"css(
:root {
  color-scheme: light dark;
  --paper: #faf9f7; --card: #ffffff; --ink: #22262b; --soft: #5d646d; --rule: #e4e1db;
  --day: #f3f1ed; --weekend: #e6e3dc;
  --first: #1b6f86; --second: #b0632a; --nobody: #8a8f96;
  --good: #3b8058; --late: #b0632a; --bad: #b3372c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --card: #1e2227; --ink: #e7e5e0; --soft: #a6adb6; --rule: #353b43;
    --day: #262b31; --weekend: #31373f;
    --first: #62bcd2; --second: #e3a06b; --nobody: #868d96;
    --good: #74c294; --late: #e3a06b; --bad: #f28b80;
  }
}

* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3rem; }
footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }

h1, h2, h3, p, li { overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 2rem; font-weight: 650; line-height: 1.2; letter-spacing: -.02em; }
h2 { margin: 0 0 1.25rem; font-size: 1.375rem; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; }
h3 { margin: 0 0 .75rem; font-size: 1rem; font-weight: 600; line-height: 1.4; }
p { margin: 0; }
a { color: var(--first); }
.lead { margin-top: .25rem; color: var(--soft); }
.note { margin: 0 0 .5rem; color: var(--soft); font-size: .875rem; }
.drawing svg + .note { margin-top: 1.25rem; }
.warning { margin-top: 1rem; padding-left: .75rem; border-left: 3px solid var(--bad); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }

.person { margin-top: 3rem; padding-top: 2rem; border-top: 1px solid var(--rule); }
main > .person:first-child { margin-top: 2rem; }
.mine { margin-top: 2rem; padding-left: 1rem; border-left: 3px solid var(--bad); }
.overview { max-width: 34rem; margin-top: 2rem; }

.handout { max-width: 42rem; padding-top: 3rem; padding-bottom: 3rem; }
.handout h2 { margin: 2rem 0 .5rem; }
.handout h3 { margin: 1.25rem 0 .25rem; }
.handout p, .handout ul, .handout ol { margin: .25rem 0; }
.handout ul, .handout ol { padding-left: 1.25rem; }
.handout pre { overflow-x: auto; }

.figures { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 0 0 1.5rem; }
.figures dt { color: var(--soft); font-size: .875rem; }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.figures small { color: var(--soft); font-size: .875rem; font-weight: 400; }

.card {
  display: grid; gap: 1.5rem; align-items: start; margin-bottom: 1rem; padding: 1.25rem;
  background: var(--card); border: 1px solid var(--rule); border-radius: .75rem;
}
.card > * { min-width: 0; }
.drawing { width: 100%; max-width: 25rem; }
@media (min-width: 48rem) {
  .card { grid-template-columns: minmax(0, 25rem) minmax(0, 1fr); gap: 2.5rem; padding: 1.5rem; }
}
.scroll { max-height: 21rem; overflow: auto; }
.scroll:focus-visible { outline: 2px solid var(--first); outline-offset: 4px; }

table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding: .1rem 0 .4rem; color: var(--soft); text-align: left; }
th, td { padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
tbody th { min-width: 6.5em; }
td { min-width: 2.5em; }
td:not(.number) { min-width: 5.5em; }
thead th { color: var(--soft); vertical-align: bottom; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; }
.late { color: var(--bad); }

svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { fill: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
svg .strong { fill: var(--ink); font-weight: 600; }
svg .end { text-anchor: end; }
svg .middle { text-anchor: middle; }
svg .rule { stroke: var(--rule); }
svg .aim { stroke: var(--soft); stroke-dasharray: 4 4; }
svg .line { fill: none; stroke: var(--first); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
svg .dot { fill: var(--first); }
svg .day, svg .track { fill: var(--day); }
svg .weekend { fill: var(--weekend); }
svg .held { fill: var(--first); stroke: var(--first); }
svg .missed { stroke: var(--bad); }
svg .due { stroke: var(--second); }
svg .stroke { stroke-width: 2; stroke-linecap: round; }
svg .ring { fill: none; stroke-width: 1.6; }
svg .first { fill: var(--first); }
svg .second { fill: var(--second); }
svg .nobody { fill: var(--nobody); }
svg .kept { fill: var(--good); }
svg .done-late { fill: var(--late); }
svg .overdue { fill: var(--bad); }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: .75rem 0 0; padding: 0; list-style: none; color: var(--soft); font-size: .8125rem; }
.legend svg { display: inline-block; width: .75rem; height: .75rem; margin-right: .4rem; vertical-align: -.06rem; }

@media screen and (max-width: 30rem) {
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  .card { padding: 1rem; }
  th, td { padding-right: .5rem; }
  svg text { font-size: 14px; }
}

@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #ccc; --day: #f3f3f3; --weekend: #e2e2e2;
    --first: #1b6f86; --second: #b0632a; --nobody: #777; --good: #3b8058; --late: #b0632a; --bad: #b3372c;
  }
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav { display: none; }
  .card { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.25rem; padding: 1rem; }
  table { font-size: 9pt; }
  th, td { padding-right: .5rem; }
  tbody th { min-width: 5.5em; }
  .scroll { max-height: none; overflow: visible; }
  .card, .figures, tr { break-inside: avoid; }
  .person { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
  h2, h3 { break-after: avoid; }
}
)css";

/// SHA-256 of the style in base64: the page's policy allows this style and no other.
inline constexpr std::string_view page_style_hash = "Z6K2fPzraX6AEzZYsOkUGCLXLYDt2xWoiqKiR8tlD0Q=";

}  // namespace oneonone
