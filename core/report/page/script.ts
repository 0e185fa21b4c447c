/**
 * Comfort only: instant filter on this page, fold all, plain links for paging while nothing was typed,
 * and a look whether the plan still waits before a decision is sent: n8n answers a late one with bare
 * JSON. For the same reason the address bar shows the permanent address of the plan, so that a page that is
 * loaded again or kept shows the result; what is sent goes straight to the page that decides. Approving and
 * rejecting never need it. Runs under a policy that names its hash.
 */
export const SCRIPT = `(function () {
	'use strict';
	var form = document.querySelector('form');
	if (!form) return;
	var here = location.href;
	var permanent = form.getAttribute('data-permanent');
	if (permanent && new URL(permanent, here).origin === location.origin) {
		document.querySelectorAll('[formaction]').forEach(function (button) {
			button.setAttribute('formaction', new URL(new URL(button.formAction).hash, here).href);
		});
		document.querySelectorAll('a[href^="?"]').forEach(function (link) {
			link.href = new URL(link.getAttribute('href'), here).href;
		});
		form.action = here;
		history.replaceState(null, '', permanent + location.hash);
	}
	var search = document.getElementById('q');
	var instant = document.querySelector('.instant');
	var plain = function (text) {
		return text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
	};
	var rows = Array.prototype.map.call(document.querySelectorAll('.row'), function (row) {
		return { row: row, text: plain(Array.prototype.map.call(row.querySelectorAll('.who, .ids'), function (part) {
			return part.textContent;
		}).join(' ')) };
	});
	var sent = search ? search.value : '';
	if (search) {
		search.addEventListener('input', function () {
			var words = plain(search.value).split(/\\s+/).filter(Boolean);
			var same = search.value === sent;
			var count = 0;
			rows.forEach(function (entry) {
				var hit = same || words.every(function (word) { return entry.text.indexOf(word) >= 0; });
				entry.row.hidden = !hit;
				if (hit) count++;
			});
			document.querySelectorAll('.group, .cause').forEach(function (group) {
				group.hidden = !group.querySelector('.row:not([hidden])');
			});
			if (!same) document.querySelectorAll('.cause:not([hidden])>details').forEach(function (cause) {
				cause.open = true;
			});
			instant.textContent = same ? '' : instant.getAttribute('data-text').replace('{count}', String(count));
		});
	}
	var tools = document.querySelector('.tools');
	var fold = document.querySelector('[data-fold]');
	if (tools && fold) {
		tools.hidden = false;
		fold.addEventListener('click', function () {
			var groups = Array.prototype.slice.call(document.querySelectorAll('.group'));
			var open = groups.some(function (group) { return group.open; });
			groups.forEach(function (group) { group.open = !open; });
			fold.setAttribute('aria-expanded', open ? 'false' : 'true');
		});
	}
	var countBoxes = function (state) {
		var counts = {};
		form.querySelectorAll('input[name=excluded]').forEach(function (box) {
			var kind = box.getAttribute('data-of');
			if (box[state]) counts[kind] = (counts[kind] || 0) + 1;
		});
		return counts;
	};
	form.addEventListener('change', function (event) {
		if (event.target.name !== 'excluded') return;
		var before = countBoxes('defaultChecked');
		var now = countBoxes('checked');
		form.querySelectorAll('[data-kind]').forEach(function (part) {
			var kind = part.getAttribute('data-kind');
			var left = Number(part.getAttribute('data-count')) + (before[kind] || 0) - (now[kind] || 0);
			part.textContent = left === 1 ? part.getAttribute('data-one') :
				part.getAttribute('data-several').replace('{count}', left.toLocaleString(document.documentElement.lang));
		});
	});
	var untouched = function () {
		return !form.querySelector('input[name=excluded]:checked') &&
			Array.prototype.every.call(form.elements, function (field) {
				if (field.type === 'radio' || field.type === 'checkbox') {
					return field.checked === field.defaultChecked;
				}
				return field.type === 'hidden' ?
					(field.name !== 'carried' && field.name !== 'answers') || field.value === '' :
					field.name === 'q' || !('value' in field) || field.type === 'submit' ||
					field.value === '';
			});
	};
	form.addEventListener('submit', function (event) {
		var button = event.submitter;
		if (!button || button.name !== 'go' || !untouched()) return;
		var url = new URL(here);
		var parts = button.value.split(':');
		var set = function (name, value) {
			if (value) url.searchParams.set(name, value); else url.searchParams.delete(name);
		};
		if (parts[0] === 'page') set('page', parts[1]);
		else {
			set('page', '');
			if (parts[0] === 'action') set('action', url.searchParams.get('action') === parts[1] ? '' : parts[1]);
			if (parts[0] === 'new') set('new', parts[1]);
			if (parts[0] === 'sort') {
				var by = url.searchParams.get('sort') || '';
				set('sort', by === parts[1] ? '-' + parts[1] : by === '-' + parts[1] ? '' : parts[1]);
			}
			if (parts[0] === 'field') {
				var wanted = parts.slice(1).join(':');
				set('field', url.searchParams.get('field') === wanted ? '' : wanted);
			}
			if (parts[0] === 'clear') { set('q', ''); set('action', ''); set('new', ''); set('field', ''); set('sort', ''); } else set('q', search ? search.value : '');
		}
		url.hash = 'people';
		event.preventDefault();
		if (url.href === here) location.reload(); else location.assign(url.href);
	});
	var gone = document.getElementById('gone');
	var asking = false;
	var sure = false;
	form.addEventListener('submit', function (event) {
		var button = event.submitter;
		if (!gone || !button || button.name !== 'decision' || sure) return;
		event.preventDefault();
		if (asking) return;
		asking = true;
		form.setAttribute('aria-busy', 'true');
		var url = new URL(here);
		url.searchParams.set('format', 'state');
		fetch(url.href, { cache: 'no-store' }).then(function (answer) {
			return answer.status === 404 || answer.status === 409;
		}, function () { return false; }).then(function (over) {
			asking = false;
			form.removeAttribute('aria-busy');
			if (over) {
				gone.hidden = false;
				gone.focus();
				return;
			}
			sure = true;
			form.requestSubmit(button);
		});
	});
	window.addEventListener('pageshow', function () { sure = false; });
	var problems = document.getElementById('problems');
	if (problems) problems.focus();
})();`;
