import { BASE } from '../../ui/style';

/** The approval page's base with the few parts that these pages need; named by its hash in the policy. */
const PARTS = `
main{max-width:44rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;display:flex;flex-direction:column;gap:1.25rem}
.brand{display:flex;gap:.375rem;align-items:center;font-size:.9375rem;font-weight:600;color:var(--link)}
.brand .icon{width:1.5em;height:1.5em;stroke-width:1.75}
.brand a{margin-left:auto;font-weight:500;padding:.25rem 0}
.top{display:flex;flex-direction:column;gap:.25rem}
.step{font-size:.9375rem;font-weight:600;color:var(--muted)}
.lead{font-size:1.0625rem}
.card>*+*{margin-top:.75rem}
.card h2+*{margin-top:.25rem}
.card ul,.card ol{padding-left:1.25rem;margin-bottom:0}
ol{margin:0}
li+li{margin-top:.25rem}
.card .plain{padding-left:0}
.never{display:flex;gap:.5rem;align-items:flex-start;font-weight:600}
.never .icon{color:var(--green);margin-top:.2em}
.banner{display:flex;gap:.875rem;align-items:flex-start;padding:.875rem 1.125rem;border-radius:.75rem;background:var(--accent-soft);border:1px solid var(--accent)}
.banner>div{flex:1;min-width:0}
.banner>div>*+*{margin-top:.375rem}
.banner-icon{font-size:1.375rem;color:var(--accent);line-height:1.2}
.banner.warn{background:var(--amber-soft);border-color:var(--amber)}
.banner.warn .banner-icon{color:var(--amber)}
.banner.stop{background:var(--red-soft);border-color:var(--red)}
.banner.stop .banner-icon{color:var(--red)}
.banner.good-tone{background:var(--green-soft);border-color:var(--green)}
.banner.good-tone .banner-icon{color:var(--green)}
form{display:flex;flex-direction:column;gap:1.25rem}
fieldset{border:1px solid var(--line);border-radius:.75rem;background:var(--card);padding:.875rem 1.125rem;margin:0;min-width:0}
legend{font-weight:600;padding:0 .375rem}
.field{display:block}
.field+.field{margin-top:.875rem}
.field label,.field .label{display:block;font-weight:600;margin-bottom:.25rem}
.field .hint{margin-top:.25rem}
select{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line-strong);border-radius:.5rem;padding:.5rem .625rem;width:100%}
.tick{display:flex;gap:.625rem;align-items:flex-start;padding:.375rem 0;overflow-wrap:anywhere}
.tick input{flex:none;width:1.125rem;height:1.125rem;margin:.2em 0 0;accent-color:var(--accent)}
.tick+.nested{padding-left:1.75rem}
.go{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.go .button{padding:.6875rem 1.25rem}
.facts{display:grid;gap:.625rem}
.facts dt{font-size:.8125rem;color:var(--muted)}
.facts dd{overflow-wrap:anywhere;font-weight:500}
.tests{list-style:none;padding:0!important;display:grid;gap:.5rem}
.tests li{display:flex;gap:.5rem;align-items:flex-start;margin:0;overflow-wrap:anywhere}
.tests .icon{margin-top:.2em;color:var(--green)}
.tests .not .icon{color:var(--amber)}
.tests p{font-size:.9375rem;color:var(--muted)}
fieldset>p+p,fieldset>p+ul,fieldset>p+.field,fieldset>ul+*{margin-top:.5rem}
.counts{margin:0;padding-left:1.25rem;overflow-wrap:anywhere}
details>summary{font-weight:600}
details>*+*{margin-top:.5rem}
.way-oauth,.way-token{display:none}
form:has(#way-oauth:checked) .way-oauth,form:has(#way-token:checked) .way-token{display:block}
@supports not selector(:has(*)){.way-oauth,.way-token{display:block}}
@media (max-width:34rem){main{padding:1rem .875rem 3rem}h1{font-size:1.4375rem}.go .button{width:100%}}
@media print{.go{display:none}}
`;

export const CONNECT_STYLE = `${BASE}${PARTS}`.replaceAll('\n', '');
