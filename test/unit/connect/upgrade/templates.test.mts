import { readdirSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { isBehind, shippedVersion } from '../../../../core/connect/templates/upgrade/behind';
import { upgradeWorkflow } from '../../../../core/connect/templates/upgrade';
import { templateOf } from '../../../../core/connect/templates/version';
import { pastTemplates, shippedTemplates } from '../../../../nodes/CustomerSetup/upgrade/templates';
import { ROOT } from '../../../support/paths.mts';
import { PAST, SHIPPED } from '../../../support/upgrade.mts';

/** The templates of now and before that an upgrade knows. */

const newAddress = randomUUID;

const filesIn = (folder: string): string[] =>
	readdirSync(path.join(ROOT, folder)).filter((file) => file.endsWith('.json'));

test('every file is known to the node that upgrades', () => {
	expect(pastTemplates()).toHaveLength(filesIn('workflows/past').length);
	expect(shippedTemplates().map(({ name }) => name)).toEqual(SHIPPED.map(({ name }) => name));
	for (const { name, version } of SHIPPED) {
		expect(filesIn('workflows')).toContain(`${name}.json`);
		expect([name, shippedVersion(name)]).toEqual([name, version]);
	}
});

test('of every template each version that went before is kept', () => {
	for (const { name, version } of PAST) {
		const next = PAST.some((one) => one.name === name && one.version === version + 1);
		const shipped = SHIPPED.find((one) => one.name === name);
		if (shipped !== undefined)
			expect([name, next || shipped.version === version + 1]).toEqual([name, true]);
	}
});

test.each(PAST.map((one) => [`${one.name}, version ${one.version}`, one] as const))(
	'%s, untouched, becomes the shipped one',
	(_title, { name, workflow }) => {
		const shipped = SHIPPED.find((one) => one.name === name);
		if (shipped === undefined) return;
		expect([name, isBehind(workflow)]).toEqual([name, true]);
		const upgraded = upgradeWorkflow(workflow, { past: PAST, shipped: SHIPPED, newAddress });
		if (upgraded.kind !== 'upgrade') throw new Error(JSON.stringify(upgraded, null, 1));
		const { nodes } = upgraded.workflow;
		expect(templateOf({ nodes })).toEqual({ name, version: shipped.version });
		expect(isBehind(upgraded.workflow)).toBe(false);
		const names = nodes.map((node) => node.name);
		expect(names).toEqual(expect.arrayContaining(shipped.workflow.nodes.map((node) => node.name)));
		expect(
			upgradeWorkflow(upgraded.workflow, { past: PAST, shipped: SHIPPED, newAddress }).kind,
		).toBe('current');
	},
);

test('a template that ships is itself, and of no use to upgrade', () => {
	for (const { name, workflow } of SHIPPED) {
		expect([name, isBehind(workflow)]).toEqual([name, false]);
		const upgraded = upgradeWorkflow(workflow, { past: PAST, shipped: SHIPPED, newAddress });
		expect([name, upgraded.kind]).toEqual([name, 'current']);
	}
});
