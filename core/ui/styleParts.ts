import { ROWS } from './styleRows';

/** The style of the parts of the page, from top to bottom. */
export const COMPONENTS = `
.columns.single{padding-bottom:3rem}
.brand{display:flex;gap:.375rem;align-items:center;font-size:.9375rem;font-weight:600;color:var(--link)}
.brand .icon{width:1.5em;height:1.5em;stroke-width:1.75}
.brand .muted{font-weight:400}
.facts-bar{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.5rem 0 1rem}
.facts-bar dt{font-size:.8125rem;color:var(--muted)}
.facts-bar dd{font-weight:500}
.banner{display:flex;gap:.875rem;align-items:flex-start;padding:.875rem 1.125rem;margin-bottom:1.25rem;border-radius:.75rem;background:var(--accent-soft);border:1px solid var(--accent)}
.banner>div{flex:1;min-width:0}
.banner-title,.banner h1{font-weight:700;font-size:1.125rem}
.banner-icon{font-size:1.375rem;color:var(--accent);line-height:1.2}
.banner.warn{background:var(--amber-soft);border-color:var(--amber)}
.banner.warn .banner-icon{color:var(--amber)}
.banner.stop{background:var(--red-soft);border-color:var(--red)}
.banner.stop .banner-icon{color:var(--red)}
.banner.good-tone{background:var(--green-soft);border-color:var(--green)}
.banner.good-tone .banner-icon{color:var(--green)}
.banner-go{flex:none;align-self:center}
.problems ul{padding-left:1.125rem}
.columns{display:grid;gap:0 2rem;grid-template-columns:minmax(0,1fr);padding-top:1.25rem}
.columns>*{min-width:0}
aside{margin-top:1.25rem}
main,aside{display:flex;flex-direction:column;gap:1.25rem;min-width:0}
.overview h2{margin-bottom:.625rem}
.tiles{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(8.75rem,1fr))}
.tiles li{display:flex}
.tile{flex:1;display:flex;flex-direction:column;align-items:flex-start;width:100%;text-align:left;font:inherit;color:inherit;padding:.75rem;background:var(--card);border:1px solid var(--line);border-top:4px solid var(--tone);border-radius:.75rem;box-shadow:var(--shadow)}
button.tile{cursor:pointer}
button.tile:hover{border-color:var(--tone)}
.tile[aria-pressed=true]{background:var(--tone-soft);border-color:var(--tone);box-shadow:inset 0 0 0 1px var(--tone)}
.tile-top{display:flex;gap:.375rem;font-size:.9375rem;align-items:center;font-weight:600;color:var(--tone)}
.tile strong{display:block;font-size:1.875rem;line-height:1.2;font-variant-numeric:tabular-nums;letter-spacing:-.02em}
.tile-hint{font-size:.875rem;color:var(--muted)}
.tile.zero{border-top-color:var(--line);box-shadow:none}
.tile.zero .tile-top,.tile.zero strong{color:var(--muted);font-weight:500}
.deactivate{--tone:var(--red);--tone-soft:var(--red-soft)}
.hold{--tone:var(--amber);--tone-soft:var(--amber-soft)}
.move{--tone:var(--violet);--tone-soft:var(--violet-soft)}
.takeover{--tone:var(--violet);--tone-soft:var(--violet-soft)}
.reactivate{--tone:var(--violet);--tone-soft:var(--violet-soft)}
.create{--tone:var(--green);--tone-soft:var(--green-soft)}
.update{--tone:var(--blue);--tone-soft:var(--blue-soft)}
.sum{margin-top:.75rem;font-size:.9375rem;color:var(--muted)}
.sum strong{color:var(--text)}
.fields{padding:.75rem 1.125rem}
.fields>ul{display:flex;flex-wrap:wrap;gap:.375rem 1.25rem}
.fields>ul>li:has(.chips){flex:1 0 100%}
.fields>ul>li{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
.field-name{display:flex;flex-wrap:wrap;gap:.375rem;align-items:baseline;flex:0 1 auto;min-width:0}
.chips{display:flex;flex-wrap:wrap;gap:.25rem .375rem;align-items:baseline;flex:1 1 14rem;min-width:0}
.chip{font:inherit;font-size:.9375rem;color:inherit;text-align:left;background:var(--bg);border:1px solid var(--line);border-radius:.5rem;padding:.0625rem .5rem;overflow-wrap:anywhere;max-width:100%}
.plain-chip{background:none;border-color:transparent;padding-left:0}
button.chip{cursor:pointer}
button.chip:hover{border-color:var(--blue)}
button.plain-chip{text-decoration:underline;text-decoration-color:var(--line-strong);text-underline-offset:.2em}
.chip[aria-pressed=true]{background:var(--blue-soft);border-color:var(--blue);padding-left:.5rem}
.other-part{display:flex;gap:.5rem;margin:-.5rem 0 1.25rem;font-size:.9375rem}
.other-part .icon{margin-top:.2em;color:var(--accent)}
.biggest{display:none;font-weight:600}
.draft table{margin-top:.5rem}
.draft tr>*{border-color:var(--amber)}
.draft th .muted{display:block;font-size:.8125rem;font-weight:400}
.draft details{margin-top:.375rem}
.guards h2{margin-bottom:.625rem}
.guards>ul{display:grid;gap:.75rem}
.guard{background:var(--card);border:1px solid var(--amber);border-left:.375rem solid var(--amber);border-radius:.75rem;padding:.875rem 1.125rem}
.guard h3{display:flex;gap:.5rem;align-items:flex-start}
.guard h3 .icon{color:var(--amber);margin-top:.15em}
.guard-meta{display:flex;flex-wrap:wrap;gap:.375rem .625rem;align-items:center;margin:.25rem 0 .5rem;color:var(--muted)}
.guard dl{display:grid;gap:.375rem}
.guard dt{font-size:.8125rem;font-weight:600;color:var(--muted)}
details.coverage,details.passed{padding:.75rem 1.125rem}
details.coverage>summary,details.passed>summary{font-weight:600}
details.passed>summary .icon{color:var(--green)}
.coverage table,.passed table{margin-top:.5rem}
.coverage th .muted{display:block;font-size:.8125rem;font-weight:400}
.budgets table+table{margin-top:1rem}
.budgets p{margin-top:.5rem;font-size:.875rem}
.file{display:grid;gap:.75rem;grid-template-columns:minmax(0,1fr)}
.file caption,.budgets caption{text-align:left;font-weight:600;padding-bottom:.25rem}
.file th .muted{display:block;font-size:.8125rem;font-weight:400}
#people{display:flex;flex-direction:column;gap:.75rem}
.toolbar{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.toolbar input{flex:1 1 14rem;max-width:26rem;background:var(--card)}
.tools{margin-left:auto}
.instant{flex-basis:100%;color:var(--muted);font-size:.875rem}
.instant:empty{display:none}
.pager{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.pager span{padding:0 .25rem}
.group{border-left:.375rem solid var(--tone);overflow:hidden}
.group h3{display:flex;gap:.5rem;align-items:center;font-size:1.0625rem}
.group h3 .icon{color:var(--tone)}
.group .count{background:var(--tone-soft);border-color:transparent;color:var(--tone)}
.step,.linked,.budget,.notes{font-size:.9375rem}
.step{background:var(--tone-soft);border-radius:.5rem;padding:.375rem .75rem}
.linked{color:var(--muted)}
.evidence{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;font-size:.875rem}
.evidence div{display:flex;gap:.375rem}
.evidence dt{color:var(--muted)}
.evidence dt::after{content:":"}
.changes,.changes tbody{display:block}
.changes{align-self:stretch;font-size:.9375rem}
.changes tr{display:flex;flex-wrap:wrap;gap:0 .625rem;padding:.125rem 0}
.changes thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.changes th,.changes td{padding:0;border:0;min-width:0}
.changes tbody th{flex:0 0 9rem;color:var(--muted);font-weight:400}
.changes .from+.to::before{content:"→ ";color:var(--muted);font-weight:400}
.changes .from{color:var(--muted);text-decoration:line-through;text-decoration-color:var(--line-strong)}
.changes .from .muted{text-decoration:none;display:inline-block}
.changes .to{font-weight:600}
.changes .to .muted{font-weight:400}
.grounds{align-self:stretch;font-size:.9375rem}
.grounds caption{text-align:left;font-weight:600;padding-bottom:.25rem}
.grounds td{overflow-wrap:anywhere}
.grounds th,.grounds td{padding:.25rem .75rem .25rem 0;vertical-align:top}
.grounds tbody th{color:var(--muted);font-weight:400}
.says{white-space:nowrap}
.says.agrees .icon{color:var(--green)}
.says.differs{font-weight:600}
.says.differs .icon{color:var(--red)}
.says.unknown{color:var(--muted)}
.same-does{display:flex;flex-direction:column;gap:.25rem;border-left:.25rem solid var(--line-strong);padding-left:.75rem}
.answers{border:1px solid var(--line-strong);border-radius:.5rem;padding:.375rem .75rem .625rem;margin:0;min-width:0}
.answers legend{font-weight:600;padding:0 .25rem}
.answer label{display:flex;gap:.5rem;align-items:center;padding:.25rem 0;font-weight:600;cursor:pointer}
.answer .hint{margin-left:1.5rem;font-size:.875rem}
.notes li{display:flex;gap:.375rem}
.notes .icon{color:var(--amber);margin-top:.2em}
.forced{font-size:.875rem;color:var(--muted)}
.forced strong{display:block;color:var(--text)}
.notices>p{margin-bottom:.5rem}
.notices details{border-top:1px solid var(--line);padding:.5rem 0}
.notices details:last-child{padding-bottom:0}
.notices summary{font-weight:600}
.notices .muted{font-size:.9375rem}
.questions ul{margin:.375rem 0 .75rem}
.notice-list{margin-top:.25rem;font-size:.9375rem}
.notice-list li{padding:.125rem 0;overflow-wrap:anywhere}
.decide{border-top:4px solid var(--accent);display:flex;flex-direction:column;gap:.875rem}
.field label{display:block;font-weight:600;margin-bottom:.25rem}
.field label .muted{font-weight:400;font-size:.875rem}
.field .hint{margin-top:.25rem}
.own-reason{display:none}
.own-reason.shown,form:has([name=excluded]:checked) .own-reason{display:block}
.choices{display:flex;flex-direction:column;gap:.5rem;border-top:1px solid var(--line);padding-top:.75rem;background:var(--card)}
.choice .button{width:100%;padding:.5rem .5rem;font-size:.9375rem}
.decide>h2{margin:0}
.numbers span{white-space:nowrap}
.confirm label{display:flex;gap:.5rem;align-items:flex-start;font-weight:600;cursor:pointer}
.confirm input{margin-top:.2rem}
.choice .hint{margin-top:.0625rem;text-align:center;font-size:.8125rem}
form[aria-busy=true] .choice .button{opacity:.6;cursor:progress}
.downloads ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.result{max-width:46rem;margin:0 auto;padding:2rem 1.25rem;gap:1.25rem}
.result .banner{margin:0}
.receipt{display:grid;gap:.625rem}
.receipt dt{font-size:.8125rem;color:var(--muted)}
.receipt dd{overflow-wrap:anywhere}
.fingerprint{font-size:.875rem}
@media (min-width:70rem){
.columns{grid-template-columns:minmax(0,1fr) 21rem;grid-template-rows:auto 1fr}
.columns>aside{grid-column:2;grid-row:1/3;margin-top:.5rem}
.columns.single{grid-template-columns:minmax(0,1fr)}
aside{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto;scrollbar-width:thin;gap:.75rem}
aside .card{padding:.875rem 1.125rem}
aside .downloads{flex:none}
.decide{flex:none;gap:.625rem}
.choices{position:sticky;bottom:0;padding-bottom:.25rem}
.choices:has([value=approveAndEnable]){position:static}
.banner-go{display:none}
}
@media (max-width:34rem){
.grounds,.grounds caption,.grounds tbody,.grounds tr{display:block}
.grounds thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.grounds tr{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);padding:.375rem 0;border-top:1px solid var(--line)}
.grounds th,.grounds td{border:0;padding:0 .5rem 0 0}
.grounds .says{grid-column:2;grid-row:1}
.totals,.totals tbody,.totals tr{display:block}
.totals thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.totals tr{padding:.375rem 0;border-top:1px solid var(--line)}
.totals th,.totals td{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.0625rem 0}
.totals td::before{content:attr(data-of);color:var(--muted);white-space:normal;text-align:left}
.same-does .changes tbody th{flex-basis:100%}
.grounds td[data-of]::before{content:attr(data-of);display:block;font-size:.8125rem;color:var(--muted)}
body>form,body>.columns{padding-left:.875rem;padding-right:.875rem}
h1{font-size:1.4375rem}
.facts-bar{gap:.375rem 1.25rem}
.banner{flex-wrap:wrap}
.biggest{display:block}
.banner-go{flex:1 0 100%}
.tiles{grid-template-columns:repeat(2,minmax(0,1fr));gap:.5rem}
.tile{padding:.5rem .75rem}
.tile strong{font-size:1.5rem}
.tools{display:none}
}
${ROWS}@media print{
body{background:#fff}
.decide,.downloads,.toolbar,.pager,.banner-go,.leave,.answers{display:none}

.columns{display:block}
.row,.guard{break-inside:avoid}
details::details-content{content-visibility:visible;display:block}
}
`;
