import { BASE } from '../../ui/style';

/**
 * The look of the fleet page, and its one script. n8n shows the ending of a form under the policy `sandbox`
 * with scripts allowed and an origin of its own, so a script can read nothing of n8n. The colours are
 * filtered by style alone; the script is the search, and without it the box is not there.
 */

/** n8n's own page makes the body a column of 12-pixel text; the shared style turns that back. */
const OWN = `
body{display:block}
.fleet{max-width:80rem;margin:0 auto;padding:1.5rem 1rem 3rem}
.fleet h1{margin:0 0 .25rem}
.fleet header p{margin-top:.25rem}
.tools{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem 1.5rem;margin:1.25rem 0 1rem}
.tools fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.5rem;min-width:0}
.tools legend,.tools .find label{font-size:.875rem;color:var(--muted);padding:0;margin-bottom:.25rem}
.tools .find{flex:1 1 16rem;min-width:0}
.tools .find label{display:block}
.tools .find input{background:var(--card)}
.choice{display:inline-flex;align-items:center;gap:.5rem;padding:.4375rem .75rem;border:1px solid var(--line-strong);border-radius:.5rem;background:var(--card);cursor:pointer}
.choice:has(:checked){border-color:var(--accent);background:var(--accent-soft)}
.lines{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem}
.line{display:grid;grid-template-columns:8.25rem minmax(8rem,12rem) minmax(0,1fr) 17.5rem;gap:.25rem 1rem;padding:.625rem 1rem;background:var(--card);border:1px solid var(--line);border-left-width:.375rem;border-radius:.5rem}
.line.red{border-left-color:var(--red)}
.urgent{color:var(--red);font-weight:600}
.line.amber{border-left-color:var(--amber)}
.line.green{border-left-color:var(--green)}
.state{display:flex;gap:.375rem;font-weight:600;white-space:nowrap}
.red .state{color:var(--red)}
.amber .state{color:var(--amber)}
.green .state{color:var(--green)}
.state .icon{margin-top:.1875rem}
.line h2{font-size:1rem;line-height:1.5;overflow-wrap:anywhere}
.facts{line-height:1.5}
.facts span{display:block}
.why{list-style:none;margin:0;padding:0;display:grid;gap:.25rem}
.why li{overflow-wrap:anywhere}
.why a,.facts a{white-space:nowrap}
.facts a{margin-left:.375rem}
.line>:last-child{grid-column:-2}
.fleet:has(#c-red:checked) .line:not(.red),.fleet:has(#c-amber:checked) .line:not(.amber),.fleet:has(#c-green:checked) .line:not(.green){display:none}
@media (max-width:56rem){.line{grid-template-columns:minmax(0,1fr)}.line>:last-child{grid-column:auto}}
`;

export const FLEET_STYLE = `${BASE}${OWN}`.replaceAll('\n', '');

export const FLEET_SCRIPT = `(function () {
	'use strict';
	var box = document.getElementById('q');
	if (!box) return;
	box.closest('.find').hidden = false;
	var said = document.getElementById('found');
	var plain = function (text) {
		return text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
	};
	var lines = null;
	var look = function () {
		lines = lines || Array.prototype.map.call(document.querySelectorAll('.line'), function (line) {
			return { line: line, text: plain(line.textContent || '') };
		});
		var words = plain(box.value).split(/\\s+/).filter(Boolean);
		var chosen = document.querySelector('input[name=colour]:checked');
		var colour = chosen ? chosen.value : 'all';
		var count = 0;
		lines.forEach(function (entry) {
			var hit = words.every(function (word) { return entry.text.indexOf(word) >= 0; });
			entry.line.hidden = !hit;
			if (hit && (colour === 'all' || entry.line.classList.contains(colour))) count++;
		});
		said.textContent = said.getAttribute('data-text').replace('{count}', String(count));
	};
	box.addEventListener('input', look);
	document.querySelectorAll('input[name=colour]').forEach(function (radio) {
		radio.addEventListener('change', look);
	});
})();`;
