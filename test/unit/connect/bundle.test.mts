import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
	bundled,
	DESK,
	INBOX_PAGE,
	INSTALLED,
	PLAN_PAGE,
	TEMPLATE_NAMES,
} from '../../../core/connect/installation/bundle';
import { needsDesk } from '../../../core/connect/templates/desk';
import { shippedVersion } from '../../../core/connect/templates/upgrade/behind';
import { templateOf } from '../../../core/connect/templates/version';
import { Workflow } from '../../../core/connect/templates/workflow';
import { shippedTemplates } from '../../../nodes/CustomerSetup/upgrade/templates';
import { ROOT } from '../../support/paths.mts';

/** The one table of templates, and what lies in workflows/. */

const FILES = readdirSync(path.join(ROOT, 'workflows'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace(/\.json$/, ''));

const read = (name: string): Workflow =>
	Workflow.parse(JSON.parse(readFileSync(path.join(ROOT, `workflows/${name}.json`), 'utf8')));

test('every template is in the table, and nothing else', () => {
	expect([...TEMPLATE_NAMES].sort()).toEqual([...FILES].sort());
});

test.each(FILES)('%s says in its note which template and version it is', (name) => {
	expect(templateOf(read(name))).toEqual({ name, version: shippedVersion(name) });
});

test('every template comes with the package, as it is in its file', () => {
	const shipped = shippedTemplates();
	expect(shipped.map(({ name }) => name).sort()).toEqual([...FILES].sort());
	for (const { name, workflow } of shipped) expect(workflow).toEqual(read(name));
});

test('the desk is made before all who call it, after the pages that it leads to; all are always on', () => {
	expect(INSTALLED.slice(0, 3)).toEqual([PLAN_PAGE, INBOX_PAGE, DESK]);
	const always = TEMPLATE_NAMES.filter((name) => bundled(name).publish === 'always');
	expect(always).toEqual([PLAN_PAGE, INBOX_PAGE, DESK]);
	for (const name of always) expect(needsDesk(read(name))).toBe(false);
});

test('what is made for a customer is published by nobody but a person', () => {
	for (const name of TEMPLATE_NAMES) {
		const { role, publish, tags } = bundled(name);
		expect(tags[0]).toBe('Alleo');
		if (role === 'customer' || role === 'byHand') expect(publish).toBe('never');
	}
});

test('the guide lists what is made', () => {
	const guide = readFileSync(path.join(ROOT, 'docs/start-here.md'), 'utf8');
	const listed = [...guide.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name);
	expect(listed.sort()).toEqual([...INSTALLED].sort());
});
