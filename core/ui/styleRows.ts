/** The style of the rows of a plan: one line each, and what unfolds below it. */
export const ROWS = `
.group>summary{padding:.5rem 1rem;flex-wrap:wrap;gap:.125rem .5rem}
.group h3{flex:none}
.group-note{color:var(--muted);font-size:.875rem}
.heads,.line>summary{display:grid;gap:0 .75rem;grid-template-columns:.75rem minmax(8rem,13rem) minmax(0,.85fr) minmax(0,1.5fr) 6rem;align-items:baseline}
.heads{padding:0 8.25rem .125rem 1rem;font-size:.8125rem;color:var(--muted);font-weight:600}
.single .heads{padding-right:1rem}
.heads .leave-head{display:none}
.heads .name{grid-column:2}
.sort{font:inherit;color:inherit;background:none;border:0;padding:0;min-height:1.5rem;min-width:1.5rem;text-align:left;cursor:pointer;text-decoration:underline;text-decoration-color:var(--line-strong);text-underline-offset:.2em}
.sort:hover{color:var(--text)}
.sort.up::after{content:" ↑"}
.sort.down::after{content:" ↓"}
.row{display:grid;gap:0 .75rem;grid-template-columns:minmax(0,1fr) 6.5rem;padding:0 1rem;border-top:1px solid var(--line);align-items:start}
.single .row{grid-template-columns:minmax(0,1fr);content-visibility:auto;contain-intrinsic-size:auto 2.25rem}
.line{min-width:0}
.line>summary{padding:.3125rem 0;font-size:.9375rem}
.line>summary>span{min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.line>summary .reason,.line>summary .since{color:var(--muted)}
.line>summary .since{font-variant-numeric:tabular-nums}
.line>summary>.what:has(+.reason:empty){grid-column:3/5;white-space:normal;overflow-wrap:anywhere}
.line>summary>.reason:empty{display:none}
.line[open]>summary>span{white-space:normal;overflow-wrap:anywhere}
.line[open]>summary .reason{visibility:hidden}
.line>summary:hover .who{text-decoration:underline;text-underline-offset:.2em}
.more{display:flex;flex-direction:column;gap:.375rem;padding:.125rem 0 .875rem 1.5rem;min-width:0}
.more details>summary{color:var(--link);font-size:.9375rem}
.ids{display:flex;flex-wrap:wrap;align-items:baseline;gap:.125rem 1rem;font-size:.875rem;color:var(--muted);overflow-wrap:anywhere}
.held-since{font-size:.9375rem;font-weight:600}
.held-since .icon{color:var(--amber)}
.other-side{border-top:1px dashed var(--line);padding-top:.375rem;display:flex;flex-direction:column;gap:.25rem}
.remembered,.seen{font-size:.8125rem;margin:.125rem 0 0}
.cause{border-top:1px solid var(--line)}
.cause>details>summary{padding:.5rem 1rem;align-items:baseline;flex-wrap:wrap}
.cause-what{font-weight:600}
.cause-who{font-size:.875rem}
.cause .step{margin:0 1rem .5rem}
.cause .rows{padding-left:.75rem}
.leave{font-size:.875rem;min-width:0;padding:.25rem 0}
.leave label{display:flex;gap:.5rem;align-items:center;justify-content:flex-end;padding:.0625rem 0;cursor:pointer}
.leave-reason,.leave .leave-until{display:none;margin-top:.375rem;font-size:.875rem}
.leave:has(:checked){grid-column:1/-1;padding-left:1.5rem;padding-bottom:.5rem}
.leave:has(:checked) label{justify-content:flex-start}
.leave:has(:checked) .leave-reason{display:block}
.leave:has(:checked) .leave-until{display:flex;flex-wrap:wrap}
.leave-until input{width:auto}
.row:has(.leave :checked){background:var(--bg)}
.row:has(.leave :checked) .who{text-decoration:line-through;text-decoration-thickness:1px}
.row>.forced{grid-column:1/-1;padding:0 0 .375rem 1.5rem}
.take,.take:has(:checked){grid-column:1/-1;padding:0 0 .5rem 1.5rem}
.take label{justify-content:flex-start;font-weight:600}
.row:has(.take :checked){background:none}
.row:has(.take :checked) .who{text-decoration:none}
@media (max-width:52rem){
.heads{display:flex;flex-wrap:wrap;gap:0 1rem;padding-right:1rem}
.heads .what{display:none}
.line>summary{grid-template-columns:.75rem minmax(0,1fr) auto}
.line>summary .who{grid-column:2;grid-row:1}
.line>summary .since{grid-column:3;grid-row:1}
.line>summary .what,.line>summary>.what:has(+.reason:empty){grid-column:2/-1;font-size:.875rem}
.line>summary .reason{display:none}
.row{grid-template-columns:minmax(0,1fr) auto;padding:0 .75rem}
.leave{padding-top:.3125rem}
.cause .rows{padding-left:0}
}
@media (max-width:34rem){
.line>summary .who{grid-column:2/-1}
.line>summary .what,.line>summary>.what:has(+.reason:empty){grid-column:2;grid-row:2}
.line>summary .since{grid-row:2;font-size:.875rem}
}
`;
