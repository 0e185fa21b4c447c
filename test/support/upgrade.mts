import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { templateOf } from '../../core/connect/templates/version';
import { Workflow } from '../../core/connect/templates/workflow';
import type { WorkflowNode } from '../../core/connect/templates/workflow';
import type { TemplateFile } from '../../core/connect/templates/upgrade';
import { ROOT } from './paths.mts';

/** Templates of before and of now, and workflows that people made from them. */

const read = (file: string): Workflow =>
	Workflow.parse(JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')));

export const PAST: TemplateFile[] = readdirSync(path.join(ROOT, 'workflows/past')).map((file) => {
	const [, name = '', version = ''] = /^(.+)\.v(\d+)\.json$/.exec(file) ?? [];
	return { name, version: Number(version), workflow: read(`workflows/past/${file}`) };
});

export const pastTemplate = (name: string, version: number): Workflow => {
	const found = PAST.find((one) => one.name === name && one.version === version);
	if (found === undefined) throw new Error(`no ${name} of version ${version}`);
	return structuredClone(found.workflow);
};

export const SHIPPED: TemplateFile[] = readdirSync(path.join(ROOT, 'workflows'))
	.filter((file) => file.endsWith('.json'))
	.flatMap((file) => {
		const workflow = read(`workflows/${file}`);
		const mark = templateOf(workflow);
		return mark === null ? [] : [{ ...mark, workflow }];
	});

export const nodeOf = ({ nodes }: Workflow, name: string): WorkflowNode => {
	const found = nodes.find((node) => node.name === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};
