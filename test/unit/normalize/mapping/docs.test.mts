import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FIELDS, PANEL_ORDER, unwrapped } from '../../../../core/normalize/mapping';

const page = readFileSync(path.join(process.cwd(), 'docs', 'field-mapping.md'), 'utf8');

describe('docs/field-mapping.md', () => {
	test.each(PANEL_ORDER)('names %s as the panel does, with its standard fields', (id) => {
		const { label, hidden, standard } = FIELDS[id];
		expect(page).toContain(label.replace(/ \(.*\)$/, ''));
		if (hidden) return;
		for (const expression of [standard.nmbrs, standard.afas]) {
			if (expression === null) continue;
			for (const [, field] of unwrapped(expression).matchAll(/\$json\.([\w.]+)/g)) {
				expect(page).toContain(`\`${field}\``);
			}
		}
	});
});
