import { COMPONENTS } from './styleParts';

/** The look of the page: one style sheet, inlined, named by its hash in the policy. */
export const BASE = `
:root{color-scheme:light dark;
--bg:#f4f6f8;--card:#fff;--line:#dde3e9;--line-strong:#7d8a97;--text:#17212b;--muted:#56636f;--link:#0b5f73;
--accent:#0f6b7f;--accent-text:#fff;--accent-soft:#e3f1f4;
--red:#b3261e;--red-soft:#fdecea;--amber:#8a5300;--amber-soft:#fff3dd;--green:#1b6e3c;--green-soft:#e5f4ea;--violet:#5b3fb8;--violet-soft:#efeafb;--blue:#1d5fb8;--blue-soft:#e6effa;
--shadow:0 1px 2px rgba(23,33,43,.06),0 2px 8px rgba(23,33,43,.05)}
@media (prefers-color-scheme:dark){:root{
--bg:#10161c;--card:#182028;--line:#2b3742;--line-strong:#7a8997;--text:#e8edf2;--muted:#a3b0bc;--link:#7fd0e2;
--accent:#6cc5da;--accent-text:#07222a;--accent-soft:#17333b;
--red:#ff9d94;--red-soft:#3a1d1b;--amber:#f2bd6a;--amber-soft:#362a14;--green:#82d3a0;--green-soft:#162f20;--violet:#bfacf7;--violet-soft:#2a2342;--blue:#94c1f7;--blue-soft:#182b42;
--shadow:none}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
body>form,body>.columns{max-width:88rem;margin:0 auto;padding-left:1.25rem;padding-right:1.25rem}
body>form{padding-bottom:4rem}
h1,h2,h3,h4,p,ul,dl,dd,table{margin:0}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:1.125rem;line-height:1.3}
h3{font-size:1rem;line-height:1.4}
h4{font-size:1rem;line-height:1.35;overflow-wrap:anywhere}
a{color:var(--link)}
code{font:.8125em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.muted,.hint{color:var(--muted)}
.hint{font-size:.875rem}
.good{color:var(--green)}
.bad{color:var(--red);font-weight:600}
.plain{list-style:none;padding:0}
.sr{position:absolute!important;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;z-index:9;background:var(--card);padding:.5rem 1rem;border-radius:.5rem}
[hidden]{display:none!important}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.icon{width:1.125em;height:1.125em;flex:none;vertical-align:-.18em;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.card,.group,details.coverage,details.passed{background:var(--card);border:1px solid var(--line);border-radius:.75rem;box-shadow:var(--shadow)}
.card{padding:1.125rem 1.25rem}
.card>h2{margin-bottom:.5rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.375rem .75rem .375rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
thead th,.number{overflow-wrap:normal}
thead th{font-size:.8125rem;color:var(--muted);font-weight:600}
tbody th{font-weight:500}
tbody tr:last-child>*{border-bottom:0}
tfoot th,tfoot td{border-top:2px solid var(--line);border-bottom:0;font-weight:700}
.number{text-align:right;font-variant-numeric:tabular-nums}
.number:last-child{padding-right:0}
summary{cursor:pointer;list-style:none;display:flex;align-items:center;gap:.5rem}
summary::-webkit-details-marker{display:none}
summary::before{content:"";width:.4375rem;height:.4375rem;margin:0 .125rem;border:solid var(--muted);border-width:0 2px 2px 0;transform:rotate(-45deg);flex:none;transition:transform .1s}
[open]>summary::before{transform:translateY(-2px) rotate(45deg)}
.pill,.count{display:inline-block;padding:.0625rem .5rem;border-radius:1rem;background:var(--bg);border:1px solid var(--line);font-size:.8125rem;font-weight:600;font-variant-numeric:tabular-nums}
.pill.strong{background:var(--red-soft);border-color:var(--red);color:var(--red)}
.button{display:inline-block;font:inherit;font-weight:600;text-decoration:none;text-align:center;cursor:pointer;padding:.5625rem 1rem;border-radius:.5rem;border:1px solid var(--line-strong);background:var(--card);color:var(--text)}
.button:hover{background:var(--accent-soft)}
.button:disabled{opacity:.45;cursor:default;background:var(--card)}
.button.small{padding:.3125rem .75rem;font-size:.9375rem}
.button.primary{background:var(--accent);border-color:var(--accent);color:var(--accent-text)}
.button.primary:hover{filter:brightness(1.08)}
.button.secondary{border-color:var(--accent);color:var(--link)}
.button.danger{border-color:var(--red);color:var(--red)}
.button.danger:hover{background:var(--red-soft)}
input,textarea{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line-strong);border-radius:.5rem;padding:.5rem .625rem;width:100%;min-width:0}
textarea{resize:vertical}
input[type=checkbox],input[type=radio]{width:1.125rem;height:1.125rem;accent-color:var(--accent);margin:0;flex:none}
[aria-invalid=true]{border-color:var(--red);box-shadow:0 0 0 1px var(--red)}
::placeholder{color:var(--muted);opacity:1}
`;

export const STYLE = `${BASE}${COMPONENTS}`.replaceAll('\n', '');
