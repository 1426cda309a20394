/**
 * The one style block of a report. Colours are the reader's system colours turned into words: light, dark, high
 * contrast and print each set the same few variables. No state is told by colour alone.
 */
export const reportStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --dim: #57606a; --line: #d0d7de; --soft: #f6f8fa;
  --link: #0550ae; --good: #116329; --bad: #b3171d; --waiting: #0550ae; --warning: #7d4e00; --muted: #57606a; }
@media (prefers-color-scheme: dark) { :root { --paper: #16191d; --ink: #e6e9ed; --dim: #a3adb8; --line: #3d444d;
  --soft: #1f242a; --link: #79b8ff; --good: #56d364; --bad: #ff8078; --waiting: #79b8ff; --warning: #e3b341;
  --muted: #a3adb8; } }
@media (prefers-contrast: more) { :root { --dim: var(--ink); --muted: var(--ink); --line: var(--ink); } }
@media (forced-colors: active) { :root { --paper: Canvas; --ink: CanvasText; --dim: CanvasText; --line: CanvasText;
  --soft: Canvas; --link: LinkText; --good: CanvasText; --bad: CanvasText; --waiting: CanvasText;
  --warning: CanvasText; --muted: CanvasText; } svg { forced-color-adjust: none; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
body { overflow-wrap: break-word; }
.quote > span, blockquote { overflow-wrap: anywhere; }
p { margin: .4rem 0; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; padding: 0; margin: .8rem 0 0; }
article + article { margin-top: 3rem; border-top: 3px solid var(--line); padding-top: 1.5rem; }
.verdict { border: 1px solid var(--line); border-left: .4rem solid var(--muted); background: var(--soft);
  padding: .7rem 1rem; }
.verdict.good { border-left-color: var(--good); } .verdict.bad { border-left-color: var(--bad); }
.verdict.waiting { border-left-color: var(--waiting); } .verdict.warning { border-left-color: var(--warning); }
.lead { font-size: 1.1rem; }
.dim, figcaption, footer { color: var(--dim); }
.state { font-weight: 600; white-space: nowrap; }
.good > .state, .state.good { color: var(--good); } .bad > .state, .state.bad { color: var(--bad); }
.waiting > .state, .state.waiting { color: var(--waiting); } .state.warning { color: var(--warning); }
.state.muted, .state.none { color: var(--muted); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { background: var(--soft); }
.code, .quote, .where { font-family: "Cascadia Mono", Consolas, ui-monospace, monospace; font-size: .86rem; }
figure { margin: .6rem 0 1rem; }
.quote { margin: .2rem 0 0; background: var(--soft); border: 1px solid var(--line); padding: .45rem .6rem;
  display: grid; grid-template-columns: auto 1fr; column-gap: .8rem; }
.quote > span { white-space: pre-wrap; }
.quote > .line { color: var(--dim); text-align: right; user-select: none; }
.findings > li, .notes > li { margin: 0 0 1.1rem; padding-left: .2rem; }
blockquote { margin: .3rem 0; border-left: .3rem solid var(--warning); padding: .2rem .8rem; white-space: pre-wrap; }
ol, ul { padding-left: 1.5rem; }
svg { display: block; width: 100%; height: auto; max-width: 62rem; margin: .6rem 0; }
svg text { fill: var(--ink); font: 600 13px "Segoe UI", system-ui, sans-serif; text-anchor: middle; }
svg .small { font-weight: 400; font-size: 12px; fill: var(--dim); }
svg .track { stroke: var(--line); stroke-width: 4; }
svg .dot { fill: var(--paper); stroke: var(--muted); stroke-width: 3; }
svg .sign { font-size: 17px; fill: var(--muted); }
svg .good .dot { stroke: var(--good); } svg .good .sign { fill: var(--good); }
svg .bad .dot { stroke: var(--bad); stroke-width: 5; } svg .bad .sign { fill: var(--bad); }
svg .waiting .dot { stroke: var(--waiting); } svg .waiting .sign { fill: var(--waiting); }
svg .muted .dot { stroke-dasharray: 4 3; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .6rem; font-size: .9rem; }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --dim: #333; --line: #999; --soft: #f4f4f4;
    --link: #000; --good: #0b4f1f; --bad: #8c0f14; --waiting: #03396e; --warning: #5c3900; --muted: #333; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h2, h3, figcaption { break-after: avoid; }
  figure, tr, .findings > li, .notes > li, .verdict, svg { break-inside: avoid; }
  svg { max-width: none; }
  thead { display: table-header-group; }
  article + article { break-before: page; border: 0; }
  a[href^="https:"]::after { content: " <" attr(href) ">"; font-size: 8pt; }
}
@page { margin: 16mm 14mm; }
`;
